using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>A struct field that a library fills from the environment.</summary>
/// <remarks>Source: the README files of caarlos0/env, kelseyhightower/envconfig, ilyakaznacheev/cleanenv and sethvargo/go-envconfig.</remarks>
internal sealed record GoEnvironmentTag(CodeClass Owner, CodeField Field, string Variable, CodeValue? Default, Demand Demand, string Schema)
{
    public static IEnumerable<GoEnvironmentTag> In(CodeReading reading)
    {
        var prefixes = Prefixes(reading);
        foreach (var owner in reading.Syntax.Classes)
        {
            var prefix = prefixes.GetValueOrDefault(owner.Name, "");
            foreach (var field in owner.Fields)
            {
                if (Of(reading, owner, field, prefix) is { } tag)
                {
                    yield return tag;
                }
            }
        }
    }

    private static GoEnvironmentTag? Of(CodeReading reading, CodeClass owner, CodeField field, string prefix)
    {
        var tag = TagOf(reading, field);
        var (schema, value) = GoStructTag.Value(tag, "env") is { } env ? ("env", env) : ("envconfig", GoStructTag.Value(tag, "envconfig"));
        if (value is null or "" or "-")
        {
            return null;
        }

        var parts = value.Split(',', StringSplitOptions.TrimEntries);
        var inline = parts.FirstOrDefault(part => part.StartsWith("default=", StringComparison.Ordinal));
        var fallback =
            GoStructTag.Value(tag, "envDefault")
            ?? GoStructTag.Value(tag, "env-default")
            ?? GoStructTag.Value(tag, "default")
            ?? inline?["default=".Length..];
        var required =
            parts.Contains("required")
            || parts.Contains("notEmpty")
            || GoStructTag.Value(tag, "required") == "true"
            || GoStructTag.Value(tag, "env-required") == "true";
        return parts[0].Length == 0
            ? null
            : new GoEnvironmentTag(
                owner,
                field,
                prefix + parts[0],
                fallback is null ? null : new CodeValue.Literal(fallback, reading.Syntax.Span(field.Tag)),
                required && fallback is null ? Demand.Required : Demand.Optional,
                schema
            );
    }

    /// <summary><c>DB DatabaseConfig `envPrefix:"DB_"`</c>: the prefix of the fields of a type.</summary>
    private static Dictionary<string, string> Prefixes(CodeReading reading)
    {
        Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
        foreach (var field in reading.Syntax.Classes.SelectMany(owner => owner.Fields))
        {
            var tag = TagOf(reading, field);
            if (
                (GoStructTag.Value(tag, "envPrefix") ?? GoStructTag.Value(tag, "env-prefix")) is { Length: > 0 } prefix
                && !field.Type.IsEmpty
            )
            {
                prefixes.TryAdd(reading.Trees.Text(field.Type.End - 1), prefix);
            }
        }

        return prefixes;
    }

    private static string TagOf(CodeReading reading, CodeField field) =>
        field.Tag.IsEmpty ? "" : Literals.Value(reading.Trees, field.Tag.First);
}
