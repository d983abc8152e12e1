using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A playbook or a list of tasks of Ansible, which sets up a server.</summary>
/// <remarks>Source: Ansible documentation, "Intro to playbooks".</remarks>
public sealed record AnsibleTasks(SourceFile File) : Artifact(File)
{
    /// <summary>Files and directories that its tasks write on the server (<c>dest</c>), as written.</summary>
    public IReadOnlyList<Fact<string>> Destinations { get; init; } = [];

    /// <summary>Handlers that its tasks notify, as written.</summary>
    public IReadOnlyList<Fact<string>> Notified { get; init; } = [];

    /// <summary>The names and topics of the handlers that it declares.</summary>
    public IReadOnlyList<string> Handlers { get; init; } = [];

    /// <summary>Some of its handlers are in other files: <c>import_tasks</c>.</summary>
    public bool ImportsHandlers { get; init; }

    /// <summary>The roles that its plays and tasks take.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Where a task writes a file with the same name in a directory of the same name; null when none does.</summary>
    public Fact<string>? Writes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Destinations.FirstOrDefault(written =>
            written.Value.EndsWith("/" + path, StringComparison.Ordinal) || written.Value == path
        );
    }
}
