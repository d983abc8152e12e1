using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Kubernetes;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Kubernetes;

public sealed class KustomizationReaderTests
{
    private const string Text = """
        namespace: shop
        namePrefix: prod-
        resources:
          - ../../base
          - extra.yaml
        bases: [../old]
        components: [../components/tls]
        patchesStrategicMerge:
          - patch.yaml
          - |
            kind: Deployment
        patches:
          - path: replicas.yaml
            target: {kind: Deployment, name: api}
          - patch: |-
              - op: replace
        configMapGenerator:
          - name: settings
            literals: [A=1, "B=x=y"]
            files: [nginx.conf, main.conf=conf/nginx.conf]
            envs: [.env]
        secretGenerator:
          - name: keys
            behavior: merge
            options: {disableNameSuffixHash: true}
        images:
          - name: shop/api
            newName: registry/api
            newTag: "1.0"
        replicas:
          - {name: api, count: 3}
        commonLabels: {app: shop}
        labels:
          - pairs: {tier: web}
            includeSelectors: true
          - pairs: {team: blue}
        """;

    private static Kustomization Read(string text) =>
        Assert.IsType<Kustomization>(
            new KustomizationReader().Read(new FileSyntax(new SourceFile("k8s/overlays/prod/kustomization.yaml", text)))
        );

    [Fact]
    public void Files_are_named_with_their_places()
    {
        var read = Read(Text);

        Assert.Equal(["../../base", "extra.yaml"], read.Resources.Select(path => path.Value));
        Assert.Equal((5, 5), (read.Resources[1].Span.StartLine, read.Resources[1].Span.StartColumn));
        Assert.Equal(["../old", "../components/tls"], read.Bases.Concat(read.Components).Select(path => path.Span.Text));
        Assert.Equal(["replicas.yaml", null, "patch.yaml", null], read.Patches.Select(patch => patch.Path?.Value));
        Assert.Equal(("Deployment", "api"), (read.Patches[0].TargetKind?.Value, read.Patches[0].Target?.Value));
        Assert.Equal("- op: replace", read.Patches[1].Inline?.Text);
    }

    [Fact]
    public void Generators_give_keys()
    {
        var settings = Read(Text).Generators[0];

        Assert.Equal((KeyHolder.ConfigMap, "settings"), (settings.Makes, settings.Name.Value));
        Assert.Equal([("A", "1"), ("B", "x=y")], settings.Literals.Select(pair => (pair.Key, pair.Value?.Value)));
        Assert.Equal(
            [("nginx.conf", "nginx.conf"), ("main.conf", "conf/nginx.conf")],
            settings.Files.Select(pair => (pair.Key, pair.Value?.Value))
        );
        Assert.Equal(".env", settings.EnvFiles[0].Value);
        Assert.Equal((KeyHolder.Secret, "merge"), (Read(Text).Generators[1].Makes, Read(Text).Generators[1].Behavior?.Value));
    }

    [Fact]
    public void Changes_of_names_images_replicas_and_labels_are_read()
    {
        var read = Read(Text);

        Assert.Equal(("shop", "prod-"), (read.Namespace?.Value, read.NamePrefix?.Value));
        Assert.Equal(
            ("shop/api", "registry/api", "1.0"),
            (read.Images[0].Name.Value, read.Images[0].NewName?.Value, read.Images[0].NewTag?.Value)
        );
        Assert.Equal(("api", 3), (read.Replicas[0].Name.Value, read.Replicas[0].Count?.Value));
        Assert.Equal(["app", "tier"], read.CommonLabels.Select(pair => pair.Key));
        Assert.Equal(["team"], read.Labels.Select(pair => pair.Key));
    }

    [Fact]
    public void A_broken_file_is_still_a_kustomization()
    {
        Assert.NotEmpty(Read("resources:\n  - a\n bad").Problems);
    }
}
