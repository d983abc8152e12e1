using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>How a settings class maps fields to variables: <c>model_config = SettingsConfigDict(…)</c>, <c>class Config</c>, class keywords.</summary>
internal sealed record PydanticOptions(string Prefix, bool IsCaseSensitive, string? NestedDelimiter, IReadOnlyList<NotedOption> Noted)
{
    public static PydanticOptions Of(CodeReading reading, CodeClass settings)
    {
        Dictionary<string, TokenRange> values = new(StringComparer.Ordinal);
        foreach (var argument in ArgumentReader.Read(reading.Trees, settings.BaseList).Where(argument => argument.Name is not null))
        {
            values[argument.Name ?? ""] = argument.Value;
        }

        if (
            InOrder
                .Within(reading.Syntax.Classes, inner => inner.Body.First, settings.Body)
                .FirstOrDefault(inner => inner.Name == "Config") is
            { } config
        )
        {
            foreach (var field in config.Fields)
            {
                values[field.Name] = field.Default;
            }
        }

        if (settings.Fields.FirstOrDefault(field => field.Name == "model_config") is { } model)
        {
            AddModel(reading, model.Default, values);
        }

        string? Literal(string name) => values.TryGetValue(name, out var value) ? reading.Literal(value) : null;
        return new PydanticOptions(
            Literal("env_prefix") ?? "",
            Literal("case_sensitive") == "true",
            Literal("env_nested_delimiter"),
            [
                .. values
                    .Where(pair => pair.Key is "env_file" or "extra" or "env_prefix" or "env_nested_delimiter" or "secrets_dir")
                    .Select(pair => new NotedOption(pair.Key, pair.Value)),
            ]
        );
    }

    private static void AddModel(CodeReading reading, TokenRange value, Dictionary<string, TokenRange> values)
    {
        for (var at = value.First; at < Math.Min(value.End, value.First + 8); at++)
        {
            if (reading.Trees.IsOpen(at, Brackets.Paren) && reading.Syntax.CallAt(at) is { } call)
            {
                foreach (var argument in call.Arguments.Where(argument => argument.Name is not null))
                {
                    values[argument.Name ?? ""] = argument.Value;
                }

                // A function of the program's own that is given the prefix: model_config = settings_of("DB_").
                if (call.Positional(0) is { } prefix && reading.Literal(prefix.Value) is [.., '_'])
                {
                    values.TryAdd("env_prefix", prefix.Value);
                }

                return;
            }
        }

        foreach (var member in reading.Syntax.Members(value))
        {
            values[member.Name] = member.Value;
        }
    }
}
