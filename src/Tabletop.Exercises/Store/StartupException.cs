namespace Tabletop.Exercises;

/// <summary>The server can't start. The message is one line for the person who starts it: what is wrong and what to do.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
