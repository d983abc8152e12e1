using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Kubernetes;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Kubernetes;

public sealed class FieldCheckTests
{
    [Theory]
    [InlineData("spec:\n  type: NodePort", "Unknown field 'spec.type'")]
    [InlineData("spec:\n  replica: 2", "Unknown field 'spec.replica': did you mean 'replicas'?")]
    [InlineData("spec:\n  replicas: \"2\"", "'spec.replicas' must be an integer, not \"2\"")]
    [InlineData(
        "spec:\n  template:\n    spec:\n      hostNetwork: \"true\"",
        "'spec.template.spec.hostNetwork' must be true or false, not the text \"true\""
    )]
    [InlineData(
        "spec:\n  template:\n    spec:\n      containers:\n        - name: a\n          command: python app.py",
        "'spec.template.spec.containers[].command' must be a list, not python app.py"
    )]
    [InlineData(
        "spec:\n  template:\n    spec:\n      image: a",
        "Unknown field 'spec.template.spec.image': it belongs inside 'containers'"
    )]
    [InlineData("spec:\n  selector: []", "'spec.selector' must be a mapping")]
    public void A_field_that_the_api_refuses_is_told_with_its_path(string spec, string message)
    {
        var problem = Assert.Single(Problems(spec));
        Assert.Equal(message, problem.Message);
        Assert.True(problem.Span.Length > 0);
    }

    [Theory]
    [InlineData("spec:\n  replicas: ${REPLICAS}")]
    [InlineData("spec:\n  replicas: 2\n  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 25% } }")]
    [InlineData("spec:\n  template:\n    spec:\n      containers:\n        - $patch: replace\n        - name: a\n          ports: null")]
    [InlineData("spec:\n  template:\n    spec:\n      volumes:\n        - { name: a, configMap: { name: b, defaultMode: 0755 } }")]
    [InlineData("status: { replicas: 1, anything: 2 }")]
    public void What_the_api_takes_is_not_told(string spec) => Assert.Empty(Problems(spec));

    private static IReadOnlyList<Problem> Problems(string spec) =>
        new KubernetesManifestReader()
            .Read(new FileSyntax(new SourceFile("k8s/a.yaml", $"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n{spec}\n")))
            ?.Problems
        ?? [];
}
