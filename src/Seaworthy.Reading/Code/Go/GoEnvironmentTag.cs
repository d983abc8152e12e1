using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>A struct field that a library fills from the environment.</summary>
/// <remarks>Source: the README files of caarlos0/env, kelseyhightower/envconfig, ilyakaznacheev/cleanenv and sethvargo/go-envconfig.</remarks>
internal sealed record GoEnvironmentTag(CodeClass Owner, CodeField Field, string Variable, CodeValue? Default, Demand Demand, string Schema)
{
    private const string Kelsey = "github.com/kelseyhightower/envconfig";

    /// <summary>The name without the application's prefix, which serves as well.</summary>
    public string? Alias { get; private init; }

    public static IEnumerable<GoEnvironmentTag> In(CodeReading reading)
    {
        var prefixes = Prefixes(reading);
        var application = reading.Imported(Kelsey) ? Application(reading) : null;
        foreach (var owner in reading.Syntax.Classes)
        {
            var prefix = prefixes.GetValueOrDefault(owner.Name, "");
            foreach (var field in owner.Fields)
            {
                if (Of(reading, owner, field, prefix) is { } tag)
                {
                    yield return application is null ? tag : tag.Below(application);
                }
                else if (application is not null && Untagged(reading, owner, field, application) is { } named)
                {
                    yield return named;
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

    /// <summary>The prefix of <c>envconfig.Process("app", &amp;cfg)</c>; null when the file has several, or it is computed.</summary>
    private static string? Application(CodeReading reading)
    {
        var calls = reading.Syntax.Calls.Where(call => call.Path is "envconfig.Process" or "envconfig.MustProcess").ToList();
        return calls is [var call] ? reading.Literal(call.Positional(0))?.ToUpperInvariant() : null;
    }

    private GoEnvironmentTag Below(string application) =>
        Schema != "envconfig" ? this
        : application.Length == 0 ? this with { Variable = Variable.ToUpperInvariant() }
        : this with { Variable = $"{application}_{Variable.ToUpperInvariant()}", Alias = Variable.ToUpperInvariant() };

    /// <summary>A field that is demanded by its own name: <c>Port int `required:"true"`</c>.</summary>
    private static GoEnvironmentTag? Untagged(CodeReading reading, CodeClass owner, CodeField field, string application)
    {
        var tag = TagOf(reading, field);
        if (
            GoStructTag.Value(tag, "required") != "true"
            || GoStructTag.Value(tag, "default") is not null
            || GoStructTag.Value(tag, "ignored") == "true"
        )
        {
            return null;
        }

        var name = GoStructTag.Value(tag, "split_words") == "true" ? Split(field.Name) : field.Name.ToUpperInvariant();
        return name.Length == 0
            ? null
            : new GoEnvironmentTag(
                owner,
                field,
                application.Length == 0 ? name : $"{application}_{name}",
                null,
                Demand.Required,
                "envconfig"
            );
    }

    /// <summary><c>AutoSplitVar</c> as <c>AUTO_SPLIT_VAR</c>.</summary>
    private static string Split(string name) =>
        string.Concat(
                name.Select(
                    (letter, at) =>
                        at > 0
                        && char.IsUpper(letter)
                        && (!char.IsUpper(name[at - 1]) || (at + 1 < name.Length && char.IsLower(name[at + 1])))
                            ? "_" + letter
                            : letter.ToString()
                )
            )
            .ToUpperInvariant();

    private static string TagOf(CodeReading reading, CodeField field) =>
        field.Tag.IsEmpty ? "" : Literals.Value(reading.Trees, field.Tag.First);
}
