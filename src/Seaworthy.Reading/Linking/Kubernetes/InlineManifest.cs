using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Objects written as text inside another file.</summary>
internal static class InlineManifest
{
    private static readonly KubernetesManifestReader Reader = new();

    public static IReadOnlyList<KubernetesObject> Objects(MappedText text) =>
        (Reader.Read(new FileSyntax(InlineFile.Of(text))) as KubernetesManifest)?.Objects ?? [];
}
