namespace Seaworthy.Model.Known.Tags;

/// <summary>Images without the tag <c>latest</c>, which is what a name without a tag means.</summary>
internal static class MissingLatest
{
    private const string Elastic = "docker.elastic.co";

    // What to name instead: a release that is there for sure is found on the page of the image.
    private static readonly Dictionary<string, string> OnHub = new(StringComparer.Ordinal)
    {
        // Source: docker-library/elasticsearch, README, "Supported tags"; senzing-garage/docker-compose-demo, issue 250.
        ["elasticsearch"] = "elasticsearch with a release in full",
        ["kibana"] = "kibana with the release of Elasticsearch",
        ["logstash"] = "logstash with the release of Elasticsearch",
        // Source: jenkinsci/docker, issue 1064.
        ["jenkins"] = "jenkins/jenkins:lts",
        // Source: PrivadoID/issuer-node, issue 447; mercedes-benz/DnA, issue 1836.
        ["vault"] = "hashicorp/vault with a release",
        // Source: hashicorp/consul, issue 17973.
        ["consul"] = "hashicorp/consul with a release",
        // Source: NVIDIA/nvidia-docker, issue 1454.
        ["nvidia/cuda"] = "nvidia/cuda with a release and a system",
        // Source: pgvector/pgvector, issue 777.
        ["pgvector/pgvector"] = "pgvector/pgvector with the major version of PostgreSQL, such as pg17,",
    };

    /// <summary>Null for an image with another tag, or that has it, or of which nothing is known.</summary>
    public static MissingImage? Find(ImageReference image) =>
        image.Digest is not null || image.EffectiveTag != "latest" ? null
        : image.IsOnHub ? OfHub(image)
        // Source: elastic/logstash-docker, issue 81: no image of Elastic has it.
        : image.Registry == Elastic ? Absent($"{Elastic}/{image.Repository} with a release in full") with { Registry = Elastic }
        : null;

    private static MissingImage? OfHub(ImageReference image) =>
        OnHub.TryGetValue(image.Repository, out var instead) ? Absent(instead) : null;

    private static MissingImage Absent(string instead) => new("the image has no tag `latest`", instead);
}
