using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>What has to change beside the context: Compose looks for the Dockerfile below it.</summary>
/// <remarks>Source: Compose Build Specification, <c>dockerfile</c>.</remarks>
internal static class NewContext
{
    public static string Dockerfile(PathUse use, string? context, SourceSpan call, Deployment deployment) =>
        context is not null && deployment.At<ComposeFile>(call.File.Path) is not null
            ? $" (`context: {(RelativePath.Of(call.File.Directory, context) is { Length: > 0 } path ? path : ".")}`) with `dockerfile: {RelativePath.Of(context, use.Span.File.Path)}`, which is looked for from there"
            : "";
}
