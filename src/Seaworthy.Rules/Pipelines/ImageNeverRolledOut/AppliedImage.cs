using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline or script pushes an image and applies a manifest that names it, the same text at every run.</summary>
/// <param name="Subject">Its runner: <c>Jenkinsfile: Deploy</c>.</param>
/// <param name="Apply">The <c>kubectl apply</c>.</param>
/// <param name="Push">The push of the image.</param>
/// <param name="Container">The container whose manifest names it.</param>
/// <param name="Reference">The image of the manifest.</param>
internal sealed record AppliedImage(string Subject, SourceSpan Apply, Fact<string> Push, Fact<string> Container, Fact<string> Reference)
{
    /// <summary>Another command may bring the new image to the pods.</summary>
    public bool IsRolledOut { get; init; }

    /// <summary>What makes its pods, as kubectl names it: <c>deployment/web</c>.</summary>
    public string Object { get; init; } = "";
}
