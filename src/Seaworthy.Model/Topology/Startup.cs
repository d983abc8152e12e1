using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>What starts in a container: the command of an image, or what a workload puts in its place.</summary>
/// <param name="Subject">Who starts it: <c>api/Dockerfile</c>, <c>worker in compose.yaml</c>.</param>
/// <param name="Span">The command.</param>
/// <param name="Programs">What it ends in, scripts of the image and of packages followed.</param>
public sealed record Startup(string Subject, SourceSpan Span, IReadOnlyList<ShellCommand> Programs)
{
    public Image? Image { get; init; }

    /// <summary>The workload that has its own command; null for the command of an image.</summary>
    public Workload? Workload { get; init; }

    /// <summary>The command itself, before scripts are followed.</summary>
    public ProcessStart? Start { get; init; }

    /// <summary>As a person reads it.</summary>
    public string Text { get; init; } = "";

    /// <summary>A script gives up root before it hands over: <c>gosu</c>, <c>su-exec</c>, <c>setpriv</c>, or <c>su</c> and <c>sudo -u</c> at its end.</summary>
    public bool DropsRoot { get; init; }

    /// <summary>A script asks for what it needs, again and again, before it hands over.</summary>
    public bool Waits { get; init; }

    /// <summary>Named for development or tests, or run with the sources mounted into it.</summary>
    public bool IsForDevelopment { get; init; }

    /// <summary>Why more or other programs may run; null when these are all.</summary>
    public string? UnknownBecause { get; init; }
}
