namespace Seaworthy.Cli.Terminal;

/// <summary>
/// Leaves the keys of a terminal as they are: the framework sends the codes that switch its keypad (<c>ESC [?1h ESC =</c>) when it is first asked for a width, and never takes them back.
/// </summary>
internal static class TerminalKeys
{
    private const string Name = "TERM";
    private const string Simple = "dumb";

    /// <summary>Asks for the width once, of a terminal that has no such codes by its name: they are looked up then and never again.</summary>
    public static void LeaveAlone()
    {
        if (OperatingSystem.IsWindows() || Console.IsOutputRedirected)
        {
            return;
        }

        var name = Environment.GetEnvironmentVariable(Name);
        Environment.SetEnvironmentVariable(Name, Simple);
        _ = Console.WindowWidth;
        Environment.SetEnvironmentVariable(Name, name);
    }
}
