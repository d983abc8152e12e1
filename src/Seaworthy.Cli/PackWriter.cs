using System.Text.Json;
using Seaworthy.Cli.Output;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli;

/// <summary>What a policy pack changes: for reading, as a table of Markdown, or for programs.</summary>
internal static class PackWriter
{
    private const string Off = "off";

    public static void Write(PolicyPack pack, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                WriteJson(pack);
                break;
            case ReportFormat.Markdown:
                WriteMarkdown(pack);
                break;
            default:
                WriteTable(pack);
                break;
        }
    }

    private static string Severity(PackChange change) => change.Severity is { } severity ? Words.Of(severity) : Off;

    private static string Gate(PolicyPack pack) => pack.Gate?.ToString().ToLowerInvariant() ?? "";

    private static void WriteTable(PolicyPack pack)
    {
        var changes = pack.Changes().ToList();
        var width = changes.Select(change => change.Rule.Id.Length).DefaultIfEmpty().Max();
        Console.Out.WriteLine($"{pack.Purpose}\n\nGate: {Gate(pack)}\n");
        foreach (var area in changes.GroupBy(change => change.Rule.Area))
        {
            Console.Out.WriteLine(Words.Title(area.Key));
            foreach (var change in area)
            {
                Console.Out.WriteLine(
                    $"  {change.Rule.Id.PadRight(width)}  {Words.Of(change.Rule.Severity), -8} → {Severity(change), -8}  {change.Reason}"
                );
            }

            Console.Out.WriteLine();
        }

        Console.Out.WriteLine(
            $"{changes.Count} rules changed. 'extends: {pack.Name}' in seaworthy.yaml starts from it; what else the file says wins."
        );
    }

    private static void WriteMarkdown(PolicyPack pack)
    {
        Console.Out.WriteLine(
            $"# {pack.Name}\n\n{pack.Purpose}\n\nGate: {Gate(pack)}\n\n| Rule | Severity | In the pack | Reason |\n| --- | --- | --- | --- |"
        );
        foreach (var change in pack.Changes())
        {
            Console.Out.WriteLine($"| `{change.Rule.Id}` | {Words.Of(change.Rule.Severity)} | {Severity(change)} | {change.Reason} |");
        }
    }

    private static void WriteJson(PolicyPack pack)
    {
        using var output = StandardOutput.Open(OutputForm.Json);
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("pack", pack.Name);
        json.WriteString("purpose", pack.Purpose);
        json.WriteString("gate", Gate(pack));
        json.WriteStartArray("rules");
        foreach (var change in pack.Changes())
        {
            json.WriteStartObject();
            json.WriteString("id", change.Rule.Id);
            json.WriteString("severity", Words.Of(change.Rule.Severity));
            json.WriteString("inPack", Severity(change));
            json.WriteString("reason", change.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
