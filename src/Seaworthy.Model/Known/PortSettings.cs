namespace Seaworthy.Model.Known;

/// <summary>Everything by which the ports of a public image's program are moved.</summary>
/// <param name="Variables">Variables that name another port, or another file of settings.</param>
/// <param name="Options">Options of its command, without the dashes in front.</param>
/// <param name="Files">Files of settings inside the image that may name a port.</param>
public sealed record PortSettings(IReadOnlyList<string> Variables, IReadOnlyList<string> Options, IReadOnlyList<string> Files)
{
    /// <summary>Something mounted there is one of the files, or lies above one.</summary>
    public bool Covers(string mounted) =>
        Files.Any(file =>
            file == mounted.TrimEnd('/')
            || file.StartsWith(mounted.TrimEnd('/') + "/", StringComparison.Ordinal)
            || mounted.StartsWith(file + "/", StringComparison.Ordinal)
        );

    /// <summary>A command mentions one of the options.</summary>
    public bool Mentions(string command) => Options.Any(option => command.Contains(option, StringComparison.Ordinal));

    public bool Reads(string variable) => Variables.Any(own => variable.StartsWith(own, StringComparison.OrdinalIgnoreCase));
}
