using Seaworthy.Model.Declared.Scripts.Commands;
using Xunit;

namespace Seaworthy.Tests.Model.Declared.Scripts.Commands;

public sealed class ContainerCommandTests
{
    [Theory]
    [InlineData("docker build .", ". | | | | ")]
    [InlineData(
        "docker build -t a:1 -t b:$SHA -f docker/Dockerfile --target prod --build-arg V=1 --build-arg SHA api/",
        "api/ | docker/Dockerfile | prod | a:1 b:$SHA | V=1 SHA"
    )]
    [InlineData(
        "docker buildx build --push --platform linux/amd64,linux/arm64 --file=Dockerfile.web --tag=x ./web",
        "./web | Dockerfile.web |  | x | "
    )]
    [InlineData("sudo DOCKER_BUILDKIT=1 docker image build --no-cache -tapp . ", ". |  |  | app | ")]
    [InlineData("DOCKER_BUILDKIT=1 docker --context prod build . -f \"$FILE\"", ". | \"$FILE\" |  |  | ")]
    [InlineData("podman build -f X", " | X |  |  | ")]
    public void Docker_build(string text, string expected)
    {
        var build = Known.Find<DockerBuildCommand>(text);
        Assert.Equal(
            expected.Replace("| | | |", "|  |  |  |", StringComparison.Ordinal),
            $"{build?.Context} | {build?.File} | {build?.Target} | {Known.Show(build?.Tags ?? [])} | {Known.Show(build?.BuildArguments ?? [])}"
        );
    }

    [Fact]
    public void Docker_run()
    {
        var run = Known.Find<DockerRunCommand>(
            "docker run -d --rm --name api -p 8080:80 -p127.0.0.1:1:1 -e A=b -e C --env-file .env -v ./data:/data --network=net --restart always ghcr.io/x/y:1 npm start -p 3"
        );
        Assert.NotNull(run);
        Assert.Equal("ghcr.io/x/y:1|api|net|always|True", $"{run.Image}|{run.Name}|{run.Network}|{run.Restart}|{run.IsDetached}");
        Assert.Equal("8080:80 127.0.0.1:1:1", Known.Show(run.Ports));
        Assert.Equal("A=b C", Known.Show(run.Environment));
        Assert.Equal("./data:/data", Known.Show(run.Volumes));
        Assert.Equal("npm start -p 3", Known.Show(run.Inner));
        Assert.Equal("127.0.0.1:1:1", run.Ports[1].Span.Text);
    }

    [Theory]
    [InlineData("docker compose up -d --build", " | up | | ")]
    [InlineData(
        "docker-compose -f a.yml -f b.yml -p shop --profile dev --env-file .env.prod up -d api web",
        "a.yml b.yml | up | api web | "
    )]
    [InlineData("docker compose --file=a.yml exec -T -e X=1 api python manage.py migrate", "a.yml | exec | api | python manage.py migrate")]
    [InlineData("docker compose run --rm web sh -c 'npm test'", " | run | web | sh -c npm test")]
    [InlineData("sudo docker compose down -v --remove-orphans", " | down |  | ")]
    [InlineData("docker compose logs --tail 50 -f api", " | logs | api | ")]
    [InlineData("docker compose up --scale worker=3 worker", " | up | worker | ")]
    public void Compose(string text, string expected)
    {
        var compose = Known.Find<ComposeCommand>(text);
        Assert.Equal(
            expected.Replace("| |", "|  |", StringComparison.Ordinal),
            $"{Known.Show(compose?.Files ?? [])} | {compose?.Verb} | {Known.Show(compose?.Services ?? [])} | {Known.Show(compose?.Inner)}"
        );
    }

    [Fact]
    public void Compose_globals_and_flags()
    {
        var compose = Known.Find<ComposeCommand>(
            "docker compose -p shop --project-directory deploy --profile a --profile b --env-file e up -d --build --wait"
        );
        Assert.Equal("shop deploy a b", $"{compose?.Project} {compose?.ProjectDirectory} {Known.Show(compose?.Profiles ?? [])}");
        Assert.True(compose?.HasFlag("--build"));
        Assert.True(compose?.HasFlag("-d", "--detach"));
        Assert.False(compose?.HasFlag("--volumes"));
    }

    [Theory]
    [InlineData("docker push x:1", "push x:1 ")]
    [InlineData("docker tag a:1 b:2", "tag a:1 b:2")]
    [InlineData("docker pull --platform linux/amd64 \"$IMAGE\"", "pull \"$IMAGE\" ")]
    public void Images(string text, string expected)
    {
        var image = Known.Find<ImageCommand>(text);
        Assert.Equal(expected, $"{image?.Verb} {image?.Image} {image?.NewName}");
    }

    [Theory]
    [InlineData("docker exec -it -u root db psql -U postgres", "db: psql -U postgres")]
    [InlineData("docker exec db", "db: ")]
    public void Docker_exec(string text, string expected)
    {
        var exec = Known.Find<DockerExecCommand>(text);
        Assert.Equal(expected, $"{exec?.Container}: {Known.Show(exec?.Inner)}");
    }

    [Theory]
    [InlineData("docker system prune -af", "system prune")]
    [InlineData("docker login -u x", "login")]
    public void Other_docker_verbs(string text, string verb) => Assert.Equal(verb, Known.Find<DockerCommand>(text)?.Verb);

    [Fact]
    public void Kubectl()
    {
        var apply = Known.Find<KubectlCommand>("kubectl apply -n shop -f k8s/a.yaml -f k8s/ -k overlays/prod --context=prod");
        Assert.Equal(
            "apply|k8s/a.yaml k8s/|overlays/prod|shop|prod",
            $"{apply?.Verb}|{Known.Show(apply?.Files ?? [])}|{Known.Show(apply?.Kustomizations ?? [])}|{apply?.Namespace}|{apply?.Context}"
        );
        var set = Known.Find<KubectlCommand>("kubectl set image deployment/api api=ghcr.io/x:$SHA --namespace shop");
        Assert.Equal(
            "set image|deployment/api api=ghcr.io/x:$SHA|api=ghcr.io/x:$SHA",
            $"{set?.Verb}|{Known.Show(set?.Arguments ?? [])}|{Known.Show(set?.Images ?? [])}"
        );
        var status = Known.Find<KubectlCommand>("kubectl rollout status deployment/api --timeout=300s");
        Assert.Equal("rollout status|deployment/api", $"{status?.Verb}|{Known.Show(status?.Arguments ?? [])}");
        var exec = Known.Find<KubectlCommand>("kubectl exec -it deploy/api -c api -- alembic upgrade head");
        Assert.Equal("exec|deploy/api|alembic upgrade head", $"{exec?.Verb}|{exec?.Arguments[0]}|{Known.Show(exec?.Inner)}");
    }

    [Theory]
    [InlineData(
        "helm upgrade --install shop ./chart -f values.yaml -f values-prod.yaml --set image.tag=$SHA -n prod --atomic",
        "shop|./chart|values.yaml values-prod.yaml|image.tag=$SHA|prod|True"
    )]
    [InlineData("helm install shop bitnami/nginx --version 1.2", "shop|bitnami/nginx||||False")]
    [InlineData("helm secrets upgrade shop ./chart -f secrets://enc.yaml", "shop|./chart|enc.yaml|||False")]
    [InlineData("helm lint charts/shop", "|charts/shop||||False")]
    [InlineData("helm template charts/shop", "|charts/shop||||False")]
    [InlineData("helm dependency update charts/shop", "|charts/shop||||False")]
    [InlineData("helm uninstall shop", "shop|||||False")]
    public void Helm(string text, string expected)
    {
        var helm = Known.Find<HelmCommand>(text);
        Assert.Equal(
            expected,
            $"{helm?.Release}|{helm?.Chart}|{Known.Show(helm?.ValuesFiles ?? [])}|{Known.Show(helm?.Values ?? [])}|{helm?.Namespace}|{helm?.Waits}"
        );
    }
}
