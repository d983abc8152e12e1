using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Migrations.Configurations;

/// <summary>Collects the settings of a Prisma schema's data source and generators, line by line.</summary>
internal sealed class PrismaSchemaScan(MigrationConfiguration configuration)
{
    private readonly List<Fact<string>> generators = [];
    private readonly List<Fact<string>> tables = [];
    private MigrationConfiguration configuration = configuration;
    private string block = "";

    public bool IsEmpty => configuration.Provider is null && generators.Count == 0;

    public MigrationConfiguration Result => configuration with { Generators = generators, Tables = tables };

    public void Take(SourceLine line)
    {
        var text = line.Trimmed;
        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            return;
        }

        if (text.EndsWith('{'))
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            block = words[0];
            if (words is ["model", var name, "{"])
            {
                tables.Add(new Fact<string>(name, line.Span));
            }
        }
        else if (block == "model" && text.StartsWith("@@", StringComparison.Ordinal))
        {
            TakeAttribute(text);
        }
        else if (text == "}")
        {
            block = "";
        }
        else if (block.Length > 0 && Setting(line) is var (key, value))
        {
            Set(key, value, line.Span);
        }
    }

    /// <summary>The name of the table, or that Prisma leaves it alone.</summary>
    private void TakeAttribute(string text)
    {
        if (tables.Count > 0 && text.StartsWith("@@map(", StringComparison.Ordinal) && text.Split('"') is [_, { Length: > 0 } name, ..])
        {
            tables[^1] = tables[^1] with { Value = name };
        }
        else if (tables.Count > 0 && text.StartsWith("@@ignore", StringComparison.Ordinal))
        {
            tables.RemoveAt(tables.Count - 1);
        }
    }

    private void Set(string key, string value, SourceSpan span)
    {
        Fact<string> fact = new(Unquote(value), span);
        switch (block, key)
        {
            case ("datasource", "provider"):
                configuration = configuration with { Provider = fact };
                break;
            case ("datasource", "url" or "directUrl" or "shadowDatabaseUrl") when value.StartsWith("env(", StringComparison.Ordinal):
                break;
            case ("datasource", "url"):
                configuration = configuration with { Url = fact };
                break;
            case ("generator", "provider"):
                generators.Add(fact);
                break;
            case ("generator", "output"):
                configuration = configuration with { Output = fact };
                break;
        }
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
