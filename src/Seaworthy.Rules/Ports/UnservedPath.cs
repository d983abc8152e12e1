using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>A path that an application is asked for and does not serve.</summary>
/// <param name="OtherMethods">The routes of this path that answer other methods.</param>
/// <param name="Near">The route for checks that was most likely meant.</param>
internal sealed record UnservedPath(string Path, IReadOnlyList<ServedRoute> OtherMethods, ServedRoute? Near)
{
    public ServedRoute? Meant => OtherMethods.FirstOrDefault() ?? Near;

    /// <summary>The end of a sentence that says what the application serves.</summary>
    public string ServedInstead =>
        OtherMethods is [var other, ..] ? $" for GET; it serves {other.Method} only"
        : Near is null ? ""
        : $". It serves `{Near.Path}`";
}
