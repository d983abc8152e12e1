using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;
using Seaworthy.Rules.Custom;

namespace Seaworthy.Cli.Commands;

/// <summary>The rules that the configuration of the current directory brings.</summary>
internal static class OwnRules
{
    public static IReadOnlyList<Rule> Here()
    {
        // Most directories have no configuration: their files need not be listed to know that.
        if (!SettingsReading.Names.Any(File.Exists))
        {
            return SettingsAbove.Of(".", revision: null)?.Custom ?? [];
        }

        using DirectoryRepository repository = new(".");
        return SettingsReading.In(repository, repository.List().Tree).Custom;
    }

    public static void List(IReadOnlyList<Rule> rules, int width, TextWriter output)
    {
        if (rules.Count == 0)
        {
            return;
        }

        output.WriteLine("Your own");
        foreach (var rule in rules)
        {
            output.WriteLine(
                $"  {rule.Info.Id.PadRight(width)}  {Words.Of(rule.Info.Severity), -8}  {Quote.Text(rule.Info.Title)} ({Words.Of(rule.Info.Area)})"
            );
        }

        output.WriteLine();
    }

    public static void Explain(Rule rule, TextWriter output)
    {
        output.WriteLine($"# {Quote.Text(rule.Info.Title)}\n\n{Quote.Text(rule.Info.Rationale)}\n");
        output.WriteLine($"`{rule.Info.Id}`, {Words.Of(rule.Info.Severity)}, {Words.Of(rule.Info.Area)}");
        if (rule is PolicyCheck own)
        {
            output.WriteLine($"\nWritten in {own.WrittenAt}:\n\n{Indented(own)}");
        }
    }

    private static string Indented(PolicyCheck own) =>
        string.Join('\n', $"{own.WrittenAt.Written}".Split('\n').Select(line => "    " + Quote.Text(line.TrimEnd())));
}
