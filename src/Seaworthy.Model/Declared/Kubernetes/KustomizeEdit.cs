using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>The command by which a pipeline puts the image into a kustomization: <c>kustomize edit set image</c>.</summary>
public static class KustomizeEdit
{
    /// <summary>A file speaks of it, in a comment as a rule: what it names in place of the image stands for it.</summary>
    public static bool IsToldIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Text.Contains("kustomize edit set image", StringComparison.Ordinal);
    }
}
