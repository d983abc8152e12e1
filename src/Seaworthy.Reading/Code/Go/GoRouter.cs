namespace Seaworthy.Reading.Code.Go;

/// <summary>A router of a file: the name under which it is declared, and whose it is.</summary>
internal sealed record GoRouter(string Name, string Framework);
