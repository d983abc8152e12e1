using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Migrations.Configurations;

/// <summary>Reads the data source and the generators of a Prisma schema.</summary>
/// <remarks>Source: Prisma documentation, "Prisma schema reference".</remarks>
internal sealed class PrismaSchemaReader : Reader
{
    public override bool Accepts(string path) => path.EndsWith(".prisma", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        MigrationConfiguration configuration = new(file.File, MigrationTool.Prisma);
        List<Fact<string>> variables = [],
            generators = [],
            targets = [];
        var block = "";
        foreach (var line in SourceLine.Of(file.File))
        {
            var text = line.Trimmed;
            if (text.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            if (text.EndsWith('{'))
            {
                block = text.Split(' ', 2)[0];
                continue;
            }

            block = text == "}" ? "" : block;
            if (Setting(line) is not var (key, value))
            {
                continue;
            }

            switch (block, key)
            {
                case ("datasource", "provider"):
                    configuration = configuration with { Provider = new Fact<string>(Unquote(value), line.Span) };
                    break;
                case ("datasource", "url" or "directUrl" or "shadowDatabaseUrl"):
                    configuration = Address(configuration, key, value, line.Span, variables);
                    break;
                case ("generator", "provider"):
                    generators.Add(new Fact<string>(Unquote(value), line.Span));
                    break;
                case ("generator", "binaryTargets"):
                    targets.AddRange(
                        value
                            .Trim('[', ']')
                            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                            .Select(target => new Fact<string>(Unquote(target), line.Span))
                    );
                    break;
                case ("generator", "output"):
                    configuration = configuration with { Output = new Fact<string>(Unquote(value), line.Span) };
                    break;
            }
        }

        // A schema may be split over several files; one without data source and generator holds models only.
        return configuration.Provider is null && generators.Count == 0 && file.File.Name != "schema.prisma"
            ? null
            : configuration with
            {
                UrlVariables = variables,
                Generators = generators,
                BinaryTargets = targets,
            };
    }

    private static MigrationConfiguration Address(
        MigrationConfiguration configuration,
        string key,
        string value,
        SourceSpan span,
        List<Fact<string>> variables
    )
    {
        if (value.StartsWith("env(", StringComparison.Ordinal))
        {
            variables.Add(new Fact<string>(Unquote(value[4..].TrimEnd(')').Trim()), span));
            return configuration;
        }

        return key == "url" ? configuration with { Url = new Fact<string>(Unquote(value), span) } : configuration;
    }

    private static (string Key, string Value)? Setting(SourceLine line)
    {
        var sign = line.Text.IndexOf('=', StringComparison.Ordinal);
        if (sign < 0)
        {
            return null;
        }

        var value = line.Text[(sign + 1)..].Trim();

        // A comment follows after a blank; an address holds its slashes inside quotes.
        var comment = value.IndexOf(" //", StringComparison.Ordinal);
        return (line.Text[..sign].Trim(), comment < 0 ? value : value[..comment].TrimEnd());
    }

    private static string Unquote(string text) => text.Trim('"');
}
