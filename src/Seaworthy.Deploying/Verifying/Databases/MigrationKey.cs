using Seaworthy.Model.Declared.Migrations;

namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>The name of a migration as its tool writes it into the database, in a form in which the file's and the row's can be compared.</summary>
internal static class MigrationKey
{
    private const string Repeatable = "R__";

    /// <summary>Null for a file that leaves no row of its own.</summary>
    public static string? Of(MigrationFile file) =>
        file.Tool switch
        {
            MigrationTool.Flyway when file.Id.StartsWith(Repeatable, StringComparison.Ordinal) => null,
            MigrationTool.Django when file.Series.Split('/') is [.., var application, _] => $"{application}.{file.Id}",
            MigrationTool.Django => null,
            MigrationTool.Drizzle => file.Checksum,
            // dbmate and sqlx write the number in front.
            MigrationTool.PlainSql when file.Id is not [>= '0' and <= '9', ..] => null,
            _ => Of(file.Tool, [file.Id]),
        };

    /// <param name="tool">Who wrote the row.</param>
    /// <param name="cells">What names the migration in it.</param>
    public static string Of(MigrationTool tool, IReadOnlyList<string> cells)
    {
        var text = string.Join('.', cells);
        return tool switch
        {
            MigrationTool.Flyway => string.Join('.', text.Replace('_', '.').Split('.').Select(Number)),
            MigrationTool.Diesel => Number(text.Replace("-", "", StringComparison.Ordinal)),
            // Compiled from TypeScript, a migration runs under another ending.
            MigrationTool.Knex or MigrationTool.Sequelize => Stem(text),
            MigrationTool.GolangMigrate or MigrationTool.Sqlx or MigrationTool.PlainSql or MigrationTool.Goose or MigrationTool.TypeOrm =>
                Number(text),
            MigrationTool.Laravel => Stamp(text),
            _ => text,
        };
    }

    /// <summary>The model keeps the stamp of a file in front of its title, <c>2024_01_31_120000</c>; the row holds both.</summary>
    private static string Stamp(string text) =>
        text[..text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter == '_').Count()].TrimEnd('_');

    private static string Number(string text) =>
        text.TrimStart('0') is { Length: > 0 } number ? number
        : text.Length > 0 ? "0"
        : "";

    private static string Stem(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
}
