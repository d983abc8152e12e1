using Seaworthy.Model.Known.Options;
using Seaworthy.Tests.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Model.Known.Options;

public sealed class ToolOptionsTests
{
    [Theory]
    [InlineData("helm --kube-context live upgrade shop ./chart --nsmespace shop", "helm upgrade: --nsmespace (--namespace)")]
    [InlineData("helm --debgu upgrade shop ./chart", "helm upgrade: --debgu (--debug)")]
    [InlineData("kubectl -n shop rollout status deployment/shop --time-out 60s", "kubectl rollout status: --time-out (--timeout)")]
    [InlineData("docker buildx build --plattform linux/arm64 .", "docker build: --plattform (--platform)")]
    [InlineData("docker compose -f a.yml up --remove-orphan", "docker compose up: --remove-orphan (--remove-orphans)")]
    [InlineData("docker compose --env_file=.env up", "docker compose up: --env_file (--env-file)")]
    [InlineData("terraform plan -detailed-exit-code", "terraform plan: -detailed-exit-code (-detailed-exitcode)")]
    [InlineData("sudo flyctl deploy --remoteonly", "flyctl deploy: --remoteonly (--remote-only)")]
    [InlineData("gcloud beta run deploy shop --max-instance 3", "")]
    [InlineData("gcloud run deploy shop --alow-unauthenticated", "gcloud run deploy: --alow-unauthenticated (--allow-unauthenticated)")]
    public void An_option_that_the_verb_does_not_know_is_named_with_the_nearest(string text, string expected) =>
        Assert.Equal(expected, Unknown(text));

    [Theory]
    [InlineData("helm upgrade shop ./chart --set --nsmespace -f values.yaml --wait=legacy")]
    [InlineData("docker run --rm -e A=1 shop serve --nmae x")]
    [InlineData("docker compose exec api manage.py --no-inputs")]
    [InlineData("docker-compose down --volume --remove-orphans")]
    [InlineData("kubectl wait pod/shop --for=condition=Ready -- --time-out")]
    [InlineData("kubectl create clusterrolebinding x --clusterrole=edit --users=a")]
    [InlineData("terraform apply --auto-approve -var-file=prod.tfvars -var 'a=-b'")]
    [InlineData("docker build --$FLAG --$OTHER=x .")]
    public void What_is_known_or_belongs_to_another_is_not(string text) => Assert.Equal("", Unknown(text));

    [Theory]
    [InlineData("helm diff upgrade shop --nsmespace x")]
    [InlineData("podman run --nmae x shop")]
    [InlineData("kubectl $VERB --time-out")]
    public void Other_tools_and_verbs_are_not_known(string text) => Assert.Null(ToolOptions.UnknownIn(ShellText.Parse(text)[0]));

    private static string Unknown(string text)
    {
        var unknown = ToolOptions.UnknownIn(ShellText.Parse(text)[0]);
        return string.Join(", ", (unknown ?? []).Select(option => $"{option.Tool} {option.Verb}: {option.Name} ({option.Nearest})"));
    }
}
