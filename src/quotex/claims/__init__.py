"""What is claimed as fact: quantities, times, places, modality, worth."""
