using System.CommandLine;
using Seaworthy.Cli.Parsing;

namespace Seaworthy.Cli;

/// <summary>Whether colours are wanted: by <c>--color</c>, else by what the environment asks for, else where there is a terminal.</summary>
/// <remarks>Source: no-color.org; force-color.org; bixense.com/clicolors.</remarks>
internal static class ColorChoice
{
    private const string Always = "always";
    private const string Never = "never";

    public static Option<string> Option { get; } = Create();

    /// <summary>True for everywhere, false for nowhere; null where there is a terminal.</summary>
    public static bool? Wanted { get; private set; }

    /// <summary>Whether standard output takes text without colours.</summary>
    public static bool IsPlain => Wanted == false || (Console.IsOutputRedirected && Wanted != true);

    public static void Take(ParseResult parsed) =>
        Wanted = parsed.GetValue(Option)?.ToLowerInvariant() switch
        {
            Always => true,
            Never => false,
            _ => OfEnvironment(),
        };

    private static bool? OfEnvironment() =>
        IsSet("NO_COLOR") ? false
        : IsSet("FORCE_COLOR") || IsSet("CLICOLOR_FORCE") ? true
        : Environment.GetEnvironmentVariable("CLICOLOR") == "0" || Environment.GetEnvironmentVariable("TERM") == "dumb" ? false
        : null;

    private static bool IsSet(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value && (value != "0" || name == "NO_COLOR");

    private static Option<string> Create()
    {
        Option<string> option = new("--color")
        {
            Description = "Colour the output. [default: auto]",
            HelpName = "auto|always|never",
            DefaultValueFactory = _ => "auto",
            Recursive = true,
        };
        option.AcceptOnly("auto", Always, Never);
        return option;
    }
}
