using Seaworthy.Model.Declared.Migrations;

namespace Seaworthy.Rules.Migrations;

/// <summary>What a migration creates although an earlier one has.</summary>
/// <param name="In">The migration that fails.</param>
/// <param name="FirstIn">The earlier one.</param>
internal sealed record RepeatedObject(MigrationFile In, CreatedObject Object, MigrationFile FirstIn, CreatedObject First);
