namespace Seaworthy.Model.Declared.Migrations;

/// <summary>A migration that Drizzle passes over on a database with an earlier one.</summary>
/// <param name="Newest">The earlier one, which is not older.</param>
public sealed record SkippedEntry(DrizzleEntry Entry, DrizzleEntry Newest);
