namespace Seaworthy.Reading.Linking.Processes;

/// <summary>A program that serves: how its address is set, and its default.</summary>
/// <param name="Name">The program, or <c>program subcommand</c>.</param>
/// <param name="Source">The page the row comes from.</param>
internal sealed record ServerProgram(string Name, int DefaultPort, string Source)
{
    /// <summary>Of its name.</summary>
    public IReadOnlyList<string> Words { get; } = Name.Split(' ');

    /// <summary>Options whose value is a port.</summary>
    public IReadOnlyList<string> PortOptions { get; init; } = ["-p", "--port"];

    /// <summary>Options whose value is an address with a port.</summary>
    public IReadOnlyList<string> BindOptions { get; init; } = [];

    public IReadOnlyList<string> HostOptions { get; init; } = ["--host"];

    /// <summary>The address it binds to untold; null when that depends.</summary>
    public string? DefaultHost { get; init; } = "0.0.0.0";

    /// <summary>Options that by themselves open it to every address.</summary>
    public IReadOnlyList<string> OpeningOptions { get; init; } = [];

    /// <summary>Variables that tell it another address when no option does.</summary>
    public IReadOnlyList<string> HostVariables { get; init; } = [];

    /// <summary>If <see cref="PortVariable"/> sets its port, it listens on every address.</summary>
    public bool OpensByPortVariable { get; init; }

    /// <summary>The variable that sets the port when no option does.</summary>
    public string? PortVariable { get; init; }

    /// <summary>It takes <see cref="PortVariable"/> from the <c>.env</c> of its directory, too.</summary>
    public bool ReadsDotEnv { get; init; }

    /// <summary>Beginnings of names of files in the component's root that may set the port when no option does.</summary>
    public IReadOnlyList<string> ConfiguredBy { get; init; } = [];

    /// <summary>The first plain argument may be a port or an address.</summary>
    public bool TakesPositionalAddress { get; init; }

    /// <summary>Options may stand between the program and its subcommand: <c>celery -A shop flower</c>, <c>redis-server /etc/sentinel.conf --sentinel</c>.</summary>
    public bool IsSubcommand { get; init; }
}
