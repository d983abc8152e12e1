using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Variables that fields of pydantic's settings classes stand for. Sources: pydantic-settings, "Settings Management"; pydantic 1.10, "Settings management".</summary>
internal sealed class PydanticSettings : FrameworkKnowledge
{
    private const int DeepestNesting = 4;

    private static readonly string[] OwnDecoding =
    [
        "NoDecode",
        "enable_decoding",
        "parse_env_var",
        "customise_sources",
        "EnvSettingsSource",
        "decode_complex_value",
    ];

    // The program may change the text before its type is looked at.
    private static readonly string[] EarlierChecks =
    [
        "mode=\"before\"",
        "mode='before'",
        "pre=True",
        "BeforeValidator",
        "env_parse_none_str",
    ];

    public override void Read(CodeReading reading)
    {
        var isSecondVersion = reading.Imported("pydantic_settings") || !reading.Imported("pydantic");
        foreach (var settings in reading.Syntax.Classes.Where(found => IsSettings(reading, found, 0)))
        {
            var options = PydanticOptions.Of(reading, settings);
            AddOptions(reading, settings, options);
            foreach (var field in Inherited(reading, settings, 0))
            {
                ReadField(reading, settings, options, field, options.Prefix, isSecondVersion, 0);
            }
        }
    }

    private static bool IsSettings(CodeReading reading, CodeClass found, int depth) =>
        depth < DeepestNesting
        && found.Bases.Any(name =>
            name is "BaseSettings" or "pydantic.BaseSettings" or "pydantic_settings.BaseSettings"
            || (reading.Syntax.ClassNamed(name) is { } own && own != found && IsSettings(reading, own, depth + 1))
        );

    // A base class of the same file gives its fields to every class below it, under that class's prefix.
    private static IEnumerable<CodeField> Inherited(CodeReading reading, CodeClass found, int depth)
    {
        var inherited =
            depth >= DeepestNesting
                ? []
                : found
                    .Bases.Select(name => reading.Syntax.ClassNamed(name) is var own && own != found ? own : null)
                    .OfType<CodeClass>()
                    .SelectMany(own => Inherited(reading, own, depth + 1));
        return found.Fields.Concat(inherited.Where(field => found.Fields.All(own => own.Name != field.Name)));
    }

    private static void AddOptions(CodeReading reading, CodeClass settings, PydanticOptions options)
    {
        foreach (var (name, value) in options.Noted)
        {
            reading.Settings.Add(
                new FrameworkSetting($"pydantic.{settings.Name}.{name}", reading.Value(value), reading.Syntax.Span(value))
            );
        }
    }

    private static bool IsField(CodeReading reading, CodeField field) =>
        field.Name is not ("model_config" or "Config")
        && field.Name[0] != '_'
        && !field.Name.Contains('.', StringComparison.Ordinal)
        && reading.Trees.Text(field.Type.First) is not "ClassVar" | field.Type.IsEmpty;

    private static void ReadField(
        CodeReading reading,
        CodeClass owner,
        PydanticOptions options,
        CodeField field,
        string prefix,
        bool isSecondVersion,
        int depth
    )
    {
        if (!IsField(reading, field))
        {
            return;
        }

        if (options.NestedDelimiter is { } delimiter && depth < DeepestNesting && NestedOf(reading, field) is { } nested)
        {
            foreach (var inner in nested.Fields)
            {
                ReadField(reading, nested, options, inner, prefix + field.Name + delimiter, isSecondVersion, depth + 1);
            }

            return;
        }

        if (NestedOf(reading, field) is not null && !field.Default.IsEmpty)
        {
            return;
        }

        Add(reading, owner, options, PydanticField.Of(reading, field, isSecondVersion), prefix, field);
    }

    /// <summary>Lists, mappings and the like; of a union with them a text may be meant as well, and a source of the program's own reads as it likes.</summary>
    private static bool IsJson(CodeReading reading, CodeField field) =>
        !field.Type.IsEmpty
        && reading.Trees.Text(field.Type.First)
            is "list"
                or "List"
                or "set"
                or "Set"
                or "frozenset"
                or "FrozenSet"
                or "dict"
                or "Dict"
                or "tuple"
                or "Tuple"
                or "Sequence"
        && reading.Trees.Find(field.Type, "|") < 0
        && !Array.Exists(OwnDecoding, word => reading.File.Text.Contains(word, StringComparison.Ordinal));

    /// <summary><c>bool</c>, <c>int | None</c>, <c>Optional[float]</c>, <c>Literal["a", "b"]</c>, unless the program looks at the text itself before.</summary>
    private static ExpectedValue? Expected(CodeReading reading, CodeField field)
    {
        if (
            field.Type.IsEmpty
            || Array.Exists(OwnDecoding, word => reading.File.Text.Contains(word, StringComparison.Ordinal))
            || Array.Exists(EarlierChecks, word => reading.File.Text.Contains(word, StringComparison.Ordinal))
        )
        {
            return null;
        }

        var words = Enumerable
            .Range(field.Type.First, field.Type.Count)
            .Select(at => reading.Trees.Text(at))
            .Where(word => word is not ("Optional" or "[" or "]" or "|" or "None"))
            .ToList();
        return words switch
        {
            ["bool"] => new ExpectedValue(ExpectedKind.Boolean, "pydantic"),
            ["int" or "PositiveInt" or "NonNegativeInt"] => new ExpectedValue(ExpectedKind.Integer, "pydantic"),
            ["float" or "PositiveFloat" or "NonNegativeFloat"] => new ExpectedValue(ExpectedKind.Number, "pydantic"),
            ["Literal", ..] => Choices(reading, field.Type),
            _ => null,
        };
    }

    private static ExpectedValue? Choices(CodeReading reading, TokenRange type)
    {
        List<string> choices =
        [
            .. Enumerable
                .Range(type.First, type.Count)
                .Where(at => reading.Trees.IsKind(at, TokenKind.String))
                .Select(at => Literals.Value(reading.Trees, at))
                .OfType<string>(),
        ];
        return choices.Count == 0 ? null : new ExpectedValue(ExpectedKind.Choice, "pydantic") { Choices = choices };
    }

    private static CodeClass? NestedOf(CodeReading reading, CodeField field) =>
        field.Type.Count == 1
        && reading.Syntax.ClassNamed(reading.Trees.Text(field.Type.First)) is { Bases.Count: > 0 } found
        && !found.Bases.Any(name => name.EndsWith("Enum", StringComparison.Ordinal))
            ? found
            : null;

    private static void Add(
        CodeReading reading,
        CodeClass owner,
        PydanticOptions options,
        PydanticField field,
        string prefix,
        CodeField declared
    )
    {
        var (name, span) = (declared.Name, declared.Span);
        IReadOnlyList<string> names = field.Names.Count > 0 ? field.Names : [prefix + name];
        var shown = options.IsCaseSensitive ? names : [.. names.Select(text => text.ToUpperInvariant())];
        reading.EnvironmentReads.Add(
            new EnvironmentRead(shown[0], field.Default, field.IsRequired ? Demand.Required : Demand.Optional, span)
            {
                Schema = "pydantic",
                IgnoresCase = !options.IsCaseSensitive,
                Aliases = [.. shown.Skip(1)],
                IsJson = IsJson(reading, declared),
                Expected = Expected(reading, declared),
            }
        );
        reading.Constants.Add(
            new CodeConstant($"{owner.Name}.{name}", new CodeValue.Environment(shown[0], field.Default, span), true, span)
        );
    }
}
