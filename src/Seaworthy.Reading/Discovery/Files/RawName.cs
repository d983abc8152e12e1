namespace Seaworthy.Reading.Discovery.Files;

/// <summary>The bytes of a name that the framework cannot open, and what must be asked by them.</summary>
internal sealed record RawName(byte[] Bytes, bool IsExecutable);
