namespace Seaworthy.Deploying.Running.Hosts;

/// <summary>The size of a file, and its SHA-256 in lower-case hexadecimal digits.</summary>
public sealed record FileSum(long Bytes, string Sha256);
