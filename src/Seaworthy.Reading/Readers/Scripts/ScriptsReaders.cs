namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>The readers of shell scripts, Makefiles, supervisors and other lists of commands.</summary>
internal static class ScriptsReaders
{
    public static IReadOnlyList<Reader> All { get; } =
    [
        new ShellScriptReader(),
        new MakefileReader(),
        new JustfileReader(),
        new TaskfileReader(),
        new DenoTasksReader(),
        new SupervisorReader(),
        new ServiceUnitReader(),
        new EditorTasksReader(),
        new AnsibleTasksReader(),
        new WindowsScriptReader(),
    ];
}
