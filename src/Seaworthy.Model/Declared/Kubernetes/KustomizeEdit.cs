using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>The command by which a pipeline puts the image into a kustomization: <c>kustomize edit set image</c>.</summary>
public static class KustomizeEdit
{
    /// <summary>A file mentions it, usually in a comment; the name it gives instead of the image stands for it.</summary>
    public static bool IsToldIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Text.Contains("kustomize edit set image", StringComparison.Ordinal);
    }
}
