using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

public sealed class KubernetesTargetTests
{
    private const string Backend = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: backend
        spec:
          selector:
            matchLabels: { app: backend }
          template:
            metadata:
              labels: { app: backend }
            spec:
              initContainers:
                - name: migrate
                  image: ghcr.io/acme/backend:1
                  command: ["alembic", "upgrade", "head"]
              containers:
                - name: server
                  image: ghcr.io/acme/backend:1
                  ports:
                    - { name: http, containerPort: 8000 }
                  envFrom:
                    - configMapRef: { name: settings }
                  env:
                    - { name: EARLY, value: "$(PASSWORD)" }
                    - name: PASSWORD
                      valueFrom:
                        secretKeyRef: { name: keys, key: db }
                    - { name: DATABASE_URL, value: "postgres://app:$(PASSWORD)@db:5432/shop" }
                  readinessProbe:
                    httpGet: { path: /health, port: http }
        """;

    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata: { name: api }
        spec:
          selector: { app: backend }
          ports:
            - { port: 80, targetPort: http }
        """;

    private const string Settings = """
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { LOG_LEVEL: info }
        ---
        apiVersion: v1
        kind: Secret
        metadata: { name: keys }
        data: { db: aHVudGVyMg== }
        """;

    private static readonly (string, string)[] Shop =
    [
        ("k8s/backend.yaml", Backend),
        ("k8s/service.yaml", Service),
        ("k8s/settings.yaml", Settings),
        ("backend/Dockerfile", "FROM python:3.13-slim\nWORKDIR /app\nCMD [\"uvicorn\", \"main:app\", \"--port\", \"9000\"]\n"),
    ];

    [Fact]
    public void A_directory_of_manifests_is_a_target_whose_containers_are_workloads()
    {
        var target = Assert.Single(Linked.Repository(Shop).Targets);

        Assert.Equal(("k8s", TargetKind.Kubernetes), (target.Name, target.Kind));
        Assert.Equal(
            [("backend", false), ("backend/migrate", true)],
            target.Workloads.Select(workload => (workload.Name, workload.IsOneShot))
        );
    }

    [Fact]
    public void An_image_is_joined_with_the_only_Dockerfile_of_its_name()
    {
        var backend = BackendOf(Shop);

        Assert.Equal("backend/Dockerfile", backend.Image?.Name);
        Assert.Equal([9000], backend.Listens.Ports.Select(port => port.Port));
    }

    [Fact]
    public void Of_two_Dockerfiles_of_one_name_neither_is_taken()
    {
        var backend = BackendOf([.. Shop, ("old/backend/Dockerfile", "FROM scratch\n")]);

        Assert.Null(backend.Image);
    }

    [Fact]
    public void A_service_leads_through_the_name_of_a_port_to_its_number()
    {
        var backend = BackendOf(Shop);

        var binding = Assert.Single(backend.Ports, port => !port.IsInformational);

        Assert.Equal((80, 8000, "Service api forwards to"), (binding.Published, binding.Container, binding.Origin));
        Assert.Equal("k8s/service.yaml:7", binding.Span.ToString());
        Assert.Equal(["api"], backend.HostNames);
    }

    [Fact]
    public void Values_are_followed_to_the_secret_and_only_what_stands_above_is_put_in()
    {
        var supplied = BackendOf(Shop).Supplied.ToDictionary(variable => variable.Name, variable => variable.Value.Text);

        Assert.Equal("info", supplied["LOG_LEVEL"]);
        Assert.Equal("postgres://app:hunter2@db:5432/shop", supplied["DATABASE_URL"]);
        Assert.Equal("$(PASSWORD)", supplied["EARLY"]);
    }

    [Fact]
    public void A_probe_names_its_port()
    {
        var probe = Assert.Single(BackendOf(Shop).Probes);

        Assert.Equal((ProbeKind.Http, 8000, "/health"), (probe.Kind, probe.Port, probe.Path));
    }

    [Fact]
    public void An_overlay_changes_namespace_image_replicas_and_variables_of_its_base()
    {
        var deployment = Linked.Repository([
            .. Shop.Select(file => (file.Item1.Replace("k8s/", "k8s/base/", StringComparison.Ordinal), file.Item2)),
            ("k8s/base/kustomization.yaml", "resources: [backend.yaml, service.yaml, settings.yaml]\n"),
            (
                "k8s/overlays/prod/kustomization.yaml",
                """
                namespace: shop
                resources: [../../base]
                images: [{ name: ghcr.io/acme/backend, newName: registry.acme.test/backend, newTag: "7" }]
                replicas: [{ name: backend, count: 5 }]
                configMapGenerator: [{ name: extra, literals: [REGION=eu] }]
                patches:
                  - patch: |-
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: { name: backend }
                      spec:
                        template:
                          spec:
                            containers:
                              - name: server
                                env:
                                  - { name: REGION, valueFrom: { configMapKeyRef: { name: extra, key: REGION } } }
                """
            ),
        ]);

        var target = Assert.Single(deployment.Targets);
        var backend = target.Workloads[0];

        Assert.Equal(("k8s/overlays/prod", TargetEnvironment.Production), (target.Name, target.Environment));
        Assert.Null(target.PartialBecause);
        Assert.Equal("registry.acme.test/backend:7", backend.Reference?.Value.Text);
        Assert.Equal("eu", backend.Supplied.Single(variable => variable.Name == "REGION").Value.Text);
        Assert.Equal(
            "k8s/overlays/prod/kustomization.yaml:17",
            backend.Supplied.Single(variable => variable.Name == "REGION").Span.ToString()
        );
        Assert.All(deployment.KubernetesStacks.Single().Objects, found => Assert.Equal("shop", found.Namespace?.Value));
    }

    [Fact]
    public void A_resource_from_another_repository_makes_the_target_partial()
    {
        var deployment = Linked.Repository([
            .. Shop,
            ("k8s/kustomization.yaml", "resources: [backend.yaml, 'https://example.test/base?ref=v1']\n"),
        ]);

        Assert.Contains("https://example.test", Assert.Single(deployment.Targets).PartialBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_namespace_is_a_target_of_its_own()
    {
        var staging = Backend.Replace("name: backend\nspec", "name: backend\n  namespace: staging\nspec", StringComparison.Ordinal);
        var live = Backend.Replace("name: backend\nspec", "name: backend\n  namespace: shop-prod\nspec", StringComparison.Ordinal);

        var targets = Linked.Repository(("k8s/a.yaml", staging), ("k8s/b.yaml", live)).Targets;

        Assert.Equal(["k8s (staging)", "k8s (shop-prod)"], targets.Select(target => target.Name));
        Assert.Equal([TargetEnvironment.Staging, TargetEnvironment.Production], targets.Select(target => target.Environment));
    }

    [Fact]
    public void Directories_named_for_environments_share_what_stands_beside_them()
    {
        var targets = Linked
            .Repository(("k8s/service.yaml", Service), ("k8s/dev/backend.yaml", Backend), ("k8s/prod/backend.yaml", Backend))
            .Targets;

        Assert.Equal(
            ["k8s/dev", "k8s/prod"],
            targets.Select(target => target.Workloads[0].Span.File.Directory).Order(StringComparer.Ordinal)
        );
        Assert.All(targets, target => Assert.Equal(["api"], target.Workloads[0].HostNames));
    }

    private static Workload BackendOf(IEnumerable<(string, string)> files) => Linked.Repository(files).Workloads.First();
}
