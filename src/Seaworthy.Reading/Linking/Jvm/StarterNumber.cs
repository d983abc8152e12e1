namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>A property that holds a number, and the starter that reads it.</summary>
internal sealed record StarterNumber(string Key, string Starter);
