namespace Seaworthy.Deploying.Verifying.Addresses;

/// <summary>A header of an answer.</summary>
public sealed record HttpHeader(string Name, string Value);
