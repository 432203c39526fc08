"""The pure heart: comparing, flagging, weighing."""
