using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Json;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Sprig;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.GoTemplate.Yaml;
using Seaworthy.Reading.Formats.Toml;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>The functions that Helm adds to those of Sprig.</summary>
/// <remarks>helm.sh/helm/v4/pkg/engine, funcs.go and engine.go.</remarks>
internal static class HelmFunctions
{
    public static GoFunctions All { get; } = Make();

    private static GoFunctions Make()
    {
        GoFunctions functions = new();
        SprigFunctions.AddTo(functions);
        functions.AddOfRun("include", "sa", (run, arguments) => run.Include(Text(arguments[0]), arguments[1]));
        functions.AddOfRun("tpl", "sa", (run, arguments) => run.Evaluate(Text(arguments[0]), arguments[1]));
        functions.AddOfRun("required", "sa", Required);
        functions.Add("lookup", "ssss", _ => new GoMap());
        functions.Add("getHostByName", "s", _ => "");
        functions.Add("toYaml", "a", arguments => TrimmedYaml(arguments[0]));
        functions.Add("mustToYaml", "a", arguments => TrimmedYaml(arguments[0]));
        functions.Add("toYamlPretty", "a", arguments => GoYamlWriter.WritePretty(arguments[0]));
        functions.Add("fromYaml", "s", arguments => FromYaml(Text(arguments[0])));
        functions.Add("fromYamlArray", "s", arguments => ListFromYaml(Text(arguments[0])));
        functions.Add("fromJson", "s", arguments => FromJson(Text(arguments[0])));
        functions.Add(
            "mustFromJson",
            "s",
            arguments =>
                GoJson.Read(Text(arguments[0]), out var fault) is var value && fault is null ? value : throw new GoCallFault(fault ?? "")
        );
        functions.Add("fromJsonArray", "s", arguments => GoJson.Read(Text(arguments[0]), out var fault) as GoList ?? new GoList([fault]));
        functions.Add("toToml", "a", arguments => HelmToml.Write(arguments[0]));
        functions.Add("mustToToml", "a", arguments => HelmToml.Write(arguments[0]));
        functions.Add("fromToml", "s", arguments => FromToml(Text(arguments[0])));
        return functions;
    }

    private static string Text(object? value) => (string?)value ?? "";

    private static string TrimmedYaml(object? value) => GoYamlWriter.Write(value);

    private static object Required(GoRun run, IReadOnlyList<object?> arguments) =>
        arguments[1] is null or "" ? run.Open ?? throw new GoCallFault(Text(arguments[0]), GoFaultKind.Required) : arguments[1] ?? "";

    private static GoMap FromYaml(string text)
    {
        var value = GoYamlReader.Read(text, out var fault);
        return fault is null && value is null or GoMap
            ? value as GoMap ?? new GoMap()
            : Fault(
                fault
                    ?? $"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal {JsonKind(value)} into Go value of type {GoMap.OfAnything}"
            );
    }

    private static GoList ListFromYaml(string text)
    {
        var value = GoYamlReader.Read(text, out var fault);
        return fault is null && value is null or GoList
            ? value as GoList ?? new GoList([])
            : new GoList([
                fault
                    ?? $"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal {JsonKind(value)} into Go value of type {GoList.OfAnything}",
            ]);
    }

    private static GoMap FromJson(string text)
    {
        var value = GoJson.Read(text, out var fault);
        return fault is null && value is null or GoMap
            ? value as GoMap ?? new GoMap()
            : Fault(fault ?? $"json: cannot unmarshal {JsonKind(value)} into Go value of type {GoMap.OfAnything}");
    }

    private static string JsonKind(object? value) =>
        value switch
        {
            GoMap => "object",
            GoList => "array",
            string => "string",
            bool => "bool",
            _ => "number",
        };

    private static GoMap Fault(string message)
    {
        GoMap map = new();
        map["Error"] = message;
        return map;
    }

    private static GoMap FromToml(string text)
    {
        var file = TomlParser.Parse(new SourceFile("", text));
        return file.Problems is [var problem, ..] ? Fault(problem.Message)
            : file.Root is { } root && GoYamlReader.Value(root) is GoMap map ? map
            : new GoMap();
    }
}
