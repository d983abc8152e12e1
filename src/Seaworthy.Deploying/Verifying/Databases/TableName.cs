namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>A table, with the columns of it that were asked for.</summary>
public sealed record TableName(string Schema, string Name)
{
    public IReadOnlyList<string> Columns { get; init; } = [];
}
