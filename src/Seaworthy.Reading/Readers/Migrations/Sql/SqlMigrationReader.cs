using System.Security.Cryptography;
using System.Text;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code;

namespace Seaworthy.Reading.Readers.Migrations.Sql;

/// <summary>Reads migrations written in SQL: Flyway, Prisma, Diesel, sqlx, golang-migrate, goose, dbmate, Drizzle and folders of plain SQL.</summary>
internal sealed class SqlMigrationReader : Reader
{
    /// <summary>Marks that part one file into its two ways: goose, dbmate, sql-migrate, node-pg-migrate.</summary>
    private static readonly (string Up, string Down)[] Marks =
    [
        ("-- +goose Up", "-- +goose Down"),
        ("-- +migrate Up", "-- +migrate Down"),
        ("-- migrate:up", "-- migrate:down"),
        ("-- Up Migration", "-- Down Migration"),
    ];

    public override bool Accepts(string path) =>
        path.EndsWith(".sql", StringComparison.OrdinalIgnoreCase)
        // Maven copies them to target/classes.
        && !GeneratedCode.IsGenerated(path)
        && SqlMigrationName.Of(path) is not null;

    public override Artifact? Read(FileSyntax file)
    {
        if (SqlMigrationName.Of(file.File.Path) is not { } name)
        {
            return null;
        }

        var text = file.File.Text;
        var (from, to, hasDown) = WayUp(text);
        var changes = SqlChangeReader.Read(MappedText.Of(new SourceSpan(file.File, from, to - from)));
        var isUp = name.Direction != SqlDirection.Down;
        var tool = ToolOf(text, name.Tool);
        return new MigrationFile(file.File, tool, name.Id, name.Series)
        {
            Checksum = tool == MigrationTool.Drizzle ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) : null,
            Title = name.Title,
            IsUp = isUp,
            HasDown =
                name.Direction == SqlDirection.InFile ? hasDown ?? false
                : isUp ? null
                : true,
            IsEmpty = changes.IsEmpty,
            CreatedTables = isUp ? changes.CreatedTables : [],
            ChangedTables = isUp ? changes.ChangedTables : [],
            OtherNames = isUp ? changes.OtherNames : [],
            CreatedIndexes = isUp ? changes.CreatedIndexes : [],
            CreatedObjects = isUp ? changes.CreatedObjects : [],
            DroppedNames = isUp ? changes.DroppedNames : new HashSet<string>(),
        };
    }

    // Drizzle gives its migrations folders as Prisma does, and parts their statements by a mark of its own.
    private static MigrationTool ToolOf(string text, MigrationTool tool) =>
        text.Contains("-- +goose", StringComparison.Ordinal) ? MigrationTool.Goose
        : tool == MigrationTool.Prisma && text.Contains("--> statement-breakpoint", StringComparison.Ordinal) ? MigrationTool.Drizzle
        : tool;

    /// <summary>The stretch of the way up, and whether a way down is beside it; null when the file has no marks.</summary>
    private static (int From, int To, bool? HasDown) WayUp(string text)
    {
        foreach (var (up, down) in Marks)
        {
            var from = text.IndexOf(up, StringComparison.OrdinalIgnoreCase);
            if (from < 0)
            {
                continue;
            }

            var to = text.IndexOf(down, StringComparison.OrdinalIgnoreCase);
            return to > from ? (from, to, true)
                : to < 0 ? (from, text.Length, false)
                : (from, text.Length, true);
        }

        return (0, text.Length, null);
    }
}
