using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Tags;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>What changes together with an image that its registry does not have: other spellings of its name, what its publisher took away with it, and what is written for its program.</summary>
internal static class KindredImages
{
    /// <summary>Sentences after the remedy, each with a space before it.</summary>
    public static string Besides(SameImage image, MissingImage missing, Deployment deployment) =>
        missing.IsWithdrawn ? Withdrawn(image, missing, deployment) + Written(image, deployment) : "";

    private static string Withdrawn(SameImage image, MissingImage missing, Deployment deployment)
    {
        var others = deployment
            .ImageUses.Where(use => use.Missing?.Reason == missing.Reason)
            .Select(use => new NamedPlace(use.Text, use.Span))
            .Concat(InValues(missing, deployment))
            .Where(other => image.Uses.All(use => use.Span != other.Span))
            .GroupBy(other => other.Name, StringComparer.Ordinal)
            .Select(same => $"{same.Key} in {PlaceList.Of(same.Select(other => other.Span))}")
            .ToList();
        return others.Count > 0 ? $" Also replace the other withdrawn images: {string.Join("; ", others)}." : "";
    }

    /// <summary>Values of a chart: <c>image: minio/minio:1</c>, or <c>repository:</c> with <c>tag:</c> beside it.</summary>
    private static IEnumerable<NamedPlace> InValues(MissingImage missing, Deployment deployment) =>
        from values in deployment.Of<HelmValues>()
        from value in values.Values
        where value.Path.Split('.')[^1] is "image" or "repository" or "name"
        let name = value.Value?.Value ?? ""
        where ImageReference.Parse(name) is { } parsed && MissingImages.Find(parsed)?.Reason == missing.Reason
        select new NamedPlace(name, value.Value?.Span ?? value.KeySpan);

    /// <summary>The command and the check of the service that runs it, which the other program does not know.</summary>
    private static string Written(SameImage image, Deployment deployment)
    {
        var written = image
            .Uses.SelectMany(use =>
                deployment.At<ComposeFile>(use.Span.File.Path)?.Services.Where(service => service.Image?.Span == use.Span) ?? []
            )
            .SelectMany(service => new[] { service.Entrypoint?.Span, service.Command?.Span, service.Healthcheck?.Test?.Span })
            .OfType<SourceSpan>()
            .ToList();
        return written.Count > 0 ? $" Adapt the command and health check to the other program: {PlaceList.Of(written)}." : "";
    }

    private sealed record NamedPlace(string Name, SourceSpan Span);
}
