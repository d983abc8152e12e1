using System.CommandLine;
using System.Text.Json;
using Seaworthy.Cli.Output;
using Seaworthy.Cli.Parsing;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy rules</c>: every rule, area by area.</summary>
internal static class RulesCommand
{
    private static readonly Option<ReportFormat> Format = FormatOption.Create("Output format.", ["terminal", "json", "markdown"]);

    private static readonly Option<string?> Pack = new("--pack")
    {
        Description = "Show what this policy pack changes ('extends' in seaworthy.yaml).",
        HelpName = string.Join('|', PolicyPack.All.Select(pack => pack.Name)),
    };

    public static Command Create()
    {
        Pack.AcceptOnly([.. PolicyPack.All.Select(pack => pack.Name)]);
        Command command = new("rules", "List all rules, or what a policy pack changes.") { Format, Pack };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(Pack) is { } name && PolicyPack.Find(name) is { } pack)
            {
                PackWriter.Write(pack, parsed.GetValue(Format));
            }
            else
            {
                Write(parsed.GetValue(Format));
            }

            return ExitCode.Fit;
        });
        return command;
    }

    private static void Write(ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                WriteJson();
                break;
            case ReportFormat.Markdown:
                RuleIndex.Write(Console.Out);
                break;
            default:
                WriteTable();
                break;
        }
    }

    private static void WriteTable()
    {
        var width = AllRules.List.Select(rule => rule.Info.Id.Length).DefaultIfEmpty().Max();
        foreach (var area in AllRules.List.GroupBy(rule => rule.Info.Area).OrderBy(area => (int)area.Key))
        {
            Console.Out.WriteLine(Words.Title(area.Key));
            foreach (var rule in area.OrderBy(rule => rule.Info.Id, StringComparer.Ordinal))
            {
                Console.Out.WriteLine($"  {rule.Info.Id.PadRight(width)}  {Words.Of(rule.Info.Severity), -8}  {rule.Info.Title}");
            }

            Console.Out.WriteLine();
        }

        OwnRules.List(OwnRules.Here(), width, Console.Out);
        Console.Out.WriteLine($"{AllRules.List.Count} rules. 'seaworthy explain <rule>' explains one.");
    }

    private static void WriteJson()
    {
        using var output = StandardOutput.Open(OutputForm.Json);
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartArray();
        foreach (var rule in AllRules.List.OrderBy(rule => rule.Info.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Info.Id);
            json.WriteString("title", rule.Info.Title);
            json.WriteString("area", Words.Of(rule.Info.Area));
            json.WriteString("severity", Words.Of(rule.Info.Severity));
            json.WriteString("rationale", rule.Info.Rationale);
            json.WriteString("holds", rule.Info.Holds);
            json.WriteString("since", rule.Info.Since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
