using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Reading.Applying;
using Xunit;

namespace Seaworthy.Deploying.Tests.Kubernetes;

public sealed class ManifestSortingTests
{
    private const string Store = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec:
              containers: [{name: db, image: "postgres:16.4", envFrom: [{secretRef: {name: db}}]}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: db}
        spec: {selector: {app: db}, ports: [{port: 5432}]}
        ---
        """;

    private const string Web = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: web}
        data: {MODE: production}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers: [{name: web, image: "registry.example/web:1", envFrom: [{configMapRef: {name: web}}]}]
        ---
        """;

    private const string Job = """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: migrate, image: "registry.example/web:1", command: [./migrate]}]
        """;

    [Fact]
    public void WithoutAJobEverythingGoesAtOnce()
    {
        var parts = Sorted(Store + "\n" + Web);
        Assert.Empty(parts.First);
        Assert.Equal(4, parts.Rest.Count);
        Assert.Equal(["statefulset/db", "deployment/web"], parts.All.Select(workload => $"{workload}"));
        Assert.Empty(parts.Problems);
    }

    [Fact]
    public void StoresAndWhatLeadsToThemGoBeforeAJob()
    {
        var parts = Sorted(Web + "\n" + Store + "\n" + Job);
        Assert.Equal(["statefulset/db"], parts.Stores.Select(workload => $"{workload}"));
        Assert.Equal(2, parts.First.Count);
        Assert.Equal(["deployment/web"], parts.Workloads.Select(workload => $"{workload}"));
        var job = Assert.Single(parts.Jobs);
        Assert.Contains("\"activeDeadlineSeconds\":900", job.Text, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"migrate-trial\"", job.Trial, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAnnotationMakesAJobOfTheImage()
    {
        var parts = Sorted(
            Web.Replace(
                "metadata: {name: web}\nspec:",
                "metadata: {name: web, annotations: {seaworthy.migrate: ./up}}\nspec:",
                StringComparison.Ordinal
            )
        );
        var job = Assert.Single(parts.Jobs);
        Assert.Equal("job/web-migrate", $"{job.Job}");
        Assert.Equal(
            """{"apiVersion":"batch/v1","kind":"Job","metadata":{"labels":{"dev.seaworthy.migration":"web-migrate"},"name":"web-migrate"},"spec":{"activeDeadlineSeconds":900,"backoffLimit":0,"template":{"metadata":{"labels":{"dev.seaworthy.migration":"web-migrate"}},"spec":{"containers":[{"command":["/bin/sh","-c","./up"],"envFrom":[{"configMapRef":{"name":"web"}}],"image":"registry.example/web:1","name":"web"}],"restartPolicy":"Never"}}}}""",
            job.Text
        );
        // The ConfigMap that its pod needs.
        Assert.Single(parts.First);
    }

    [Theory]
    [InlineData("registry.example/web:1", "registry.example/web:${TAG}", "which no registry can have")]
    [InlineData("image: \"registry.example/web:1\", ", "", "names no image")]
    public void AnImageIsOne(string old, string other, string problem) =>
        Assert.Contains(
            problem,
            Assert.Single(Sorted(Web.Replace(old, other, StringComparison.Ordinal)).Problems),
            StringComparison.Ordinal
        );

    [Fact]
    public void WhatPodsNameMustBeThere()
    {
        var needed = Preconditions.Objects(Sorted(Store + "\n" + Web));
        Assert.Equal(new NeededObject("Secret", "shop", "db", "StatefulSet db"), Assert.Single(needed));
    }

    [Fact]
    public void HooksOfHelmAreJobsOrLeftOut()
    {
        var parts = Sorted(
            Web
                + "\n"
                + Job.Replace(
                    "{name: migrate}",
                    "{name: migrate, annotations: {helm.sh/hook: \"pre-install,pre-upgrade\"}}",
                    StringComparison.Ordinal
                )
                + "\n---\n"
                + Job.Replace("{name: migrate}", "{name: greet, annotations: {helm.sh/hook: post-upgrade}}", StringComparison.Ordinal)
        );
        Assert.Equal("job/migrate", $"{Assert.Single(parts.Jobs).Job}");
        Assert.Equal("Job greet is left out: nothing runs it at post-upgrade", Assert.Single(parts.Notes));
    }

    private static ManifestParts Sorted(string text) =>
        new ManifestSorting("shop", TimeSpan.FromMinutes(15)).Sort(ManifestDocuments.Of("k8s/app.yaml", text));
}
