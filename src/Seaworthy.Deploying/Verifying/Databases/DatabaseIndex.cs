namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>An index that the database has.</summary>
/// <param name="IsValid">False for one that was not built to its end: no query uses it.</param>
public sealed record DatabaseIndex(string Schema, string Table, string Name, bool IsValid);
