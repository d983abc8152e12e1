using System.CommandLine;
using Seaworthy.Cli.Parsing;

namespace Seaworthy.Cli.Commands;

/// <summary>The option <c>--format</c> of a command.</summary>
internal static class FormatOption
{
    /// <param name="description">What is chosen by it.</param>
    /// <param name="formats">The forms that the command can write, in lower case.</param>
    public static Option<ReportFormat> Create(string description, IReadOnlyList<string> formats)
    {
        Option<ReportFormat> option = new("--format", "-f")
        {
            Description = description,
            HelpName = string.Join('|', formats),
            DefaultValueFactory = _ => ReportFormat.Terminal,
        };
        option.AcceptOnly([.. formats]);
        return option;
    }
}
