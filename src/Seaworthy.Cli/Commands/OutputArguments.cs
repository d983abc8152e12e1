using System.CommandLine;
using System.CommandLine.Parsing;

namespace Seaworthy.Cli.Commands;

/// <summary>In which forms something is written, and where to.</summary>
/// <param name="noun">What is written: <c>report</c>.</param>
/// <param name="formats">The forms that it has.</param>
internal sealed class OutputArguments(string noun, IReadOnlyList<string> formats)
{
    private readonly Option<ReportFormat> format = FormatOption.Create($"Format of the {noun}. [default: terminal]", formats);

    private readonly Option<string[]> output = new("--output", "-o")
    {
        Description = "Write to a file; its ending or 'format=' sets the format. Repeatable.",
        HelpName = "file|format=file",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        command.Options.Add(format);
        command.Options.Add(output);
        command.Validators.Add(Validate);
    }

    public IReadOnlyList<ReportOutput> Of(ParseResult parsed) =>
        ReportOutputs.Of(parsed.GetValue(format), IsAsked(parsed.GetResult(format)), parsed.GetValue(output) ?? []);

    private void Validate(CommandResult result)
    {
        // What an option lacks, and a format that does not exist, are complained of by the option itself: it has no value.
        var asked = result.GetResult(format);
        if (
            HasValue(asked)
            && HasValue(result.GetResult(output))
            && asked?.Tokens.All(token => IsFormat(token.Value)) != false
            && Fault(result.GetValue(format), IsAsked(asked), result.GetValue(output) ?? []) is { } fault
        )
        {
            result.AddError(fault);
        }
    }

    private string? Fault(ReportFormat asked, bool isAsked, IReadOnlyList<string> written) =>
        ReportOutputs.Fault(asked, isAsked, written)
        ?? ReportOutputs
            .Of(asked, isAsked, written)
            .Select(one => one.Format.ToString().ToLowerInvariant())
            .Where(name => !IsFormat(name))
            .Select(name => $"A {noun} has no format '{name}': name one of {string.Join(", ", formats)}.")
            .FirstOrDefault();

    private bool IsFormat(string name) => formats.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsAsked(OptionResult? option) => option is { Implicit: false };

    private static bool HasValue(OptionResult? option) =>
        option is not { Implicit: false }
        || (
            option.Tokens.Count >= option.IdentifierTokenCount
            && (option.IdentifierTokenCount <= 1 || option.Option.Arity.MaximumNumberOfValues > 1)
        );
}
