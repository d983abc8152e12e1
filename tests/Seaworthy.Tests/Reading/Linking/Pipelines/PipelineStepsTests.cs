using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Linking.Pipelines;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Workflows;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking.Pipelines;

public sealed class PipelineStepsTests
{
    private static string Intents(string script, bool isOnServer = false) =>
        string.Join(
            ' ',
            CommandIntents
                .Of(ShellParser.Parse(MappedText.Of(new SourceFile("x.sh", script))), isOnServer)
                .Select(found => found.Intent)
                .Distinct()
        );

    private static IReadOnlyList<PipelineStep> Steps(string steps, string runner = "ubuntu-latest")
    {
        SourceFile file = new(".github/workflows/ci.yml", $"on: push\njobs:\n  a:\n    runs-on: {runner}\n    steps:\n{steps}");
        return PipelineSteps.Of(Assert.IsType<Workflow>(new WorkflowReader().Read(new FileSyntax(file))).Jobs[0]);
    }

    [Theory]
    [InlineData("npm ci", "Install")]
    [InlineData("npm install -g pnpm", "SetUp")]
    [InlineData("pip install -r requirements.txt", "Install")]
    [InlineData("sudo apt-get install -y jq", "SetUp")]
    [InlineData("npm run lint && npx tsc --noEmit", "Lint")]
    [InlineData("npm run test:unit -- --coverage", "Test")]
    [InlineData("cargo clippy -- -D warnings", "Lint")]
    [InlineData("mvn -B package", "Test Build")]
    [InlineData("mvn -B package -DskipTests", "Build")]
    [InlineData("go test ./...", "Test")]
    [InlineData("npm run build", "Build")]
    [InlineData("docker build -t x . && docker push x", "BuildImage PushImage")]
    [InlineData("docker buildx build --push -t x .", "BuildImage PushImage")]
    [InlineData("trivy image x", "Scan")]
    [InlineData("npm audit", "Scan")]
    [InlineData("pg_dump -h db app > backup.sql", "BackUp")]
    [InlineData("npx prisma migrate deploy", "Migrate")]
    [InlineData("alembic downgrade -1", "RollBack")]
    [InlineData("kubectl apply -f k8s/", "Deploy")]
    [InlineData("kubectl apply --dry-run=client -f k8s/", "Lint")]
    [InlineData("kubectl rollout status deployment/api", "WaitForHealth")]
    [InlineData("kubectl rollout undo deployment/api", "RollBack")]
    [InlineData("kubectl patch service api -p '{}'", "Switch")]
    [InlineData("kubectl exec deploy/api -- alembic upgrade head", "Migrate")]
    [InlineData("helm upgrade api ./chart --atomic", "Deploy WaitForHealth RollBack")]
    [InlineData("fly deploy --remote-only", "Deploy")]
    [InlineData("terraform plan", "Lint")]
    [InlineData("gcloud builds submit --tag x", "BuildImage PushImage")]
    [InlineData("curl -f https://x.example/health", "SmokeTest")]
    [InlineData("for i in 1 2 3; do curl -f http://localhost/health && break; sleep 1; done", "WaitForHealth")]
    [InlineData("timeout 60 bash -c 'until curl -sf http://localhost/health; do sleep 1; done'", "WaitForHealth")]
    [InlineData("curl -fsSL https://get.docker.com | sh", "SetUp")]
    [InlineData("curl -fsSL https://x.example/tool.tgz -o tool.tgz", "SetUp")]
    [InlineData("curl -X POST \"$RENDER_DEPLOY_HOOK\"", "Deploy")]
    [InlineData("curl -X POST -d '{}' \"$SLACK_WEBHOOK_URL\"", "Notify")]
    [InlineData("docker compose up -d", "SetUp")]
    [InlineData("docker compose exec -T api python manage.py migrate", "Migrate")]
    [InlineData("ssh deploy@host 'cd app && docker compose pull && docker compose up -d --wait'", "Deploy WaitForHealth")]
    [InlineData("rsync -az dist/ deploy@host:/srv/app/", "Deploy")]
    [InlineData("./scripts/rollback.sh", "RollBack")]
    [InlineData("make deploy-staging", "Deploy")]
    [InlineData("npm run migrate:rollback", "RollBack")]
    [InlineData("gh release create v1", "Publish")]
    [InlineData("echo \"Deploying to production...\"", "")]
    [InlineData("sleep 30", "")]
    public void Commands_are_told_by_what_they_do(string script, string intents)
    {
        Assert.Equal(intents, Intents(script));
    }

    [Theory]
    [InlineData("docker compose up -d --build", "BuildImage Deploy")]
    [InlineData("docker run -d --name api x", "Deploy")]
    [InlineData("systemctl restart api", "Deploy")]
    [InlineData("nginx -s reload", "Switch")]
    [InlineData("ln -sfn releases/42 current", "Switch")]
    public void On_a_server_starting_is_deploying(string script, string intents)
    {
        Assert.Equal(intents, Intents(script, isOnServer: true));
    }

    [Fact]
    public void Steps_join_actions_and_commands()
    {
        var steps = Steps(
            """
                  - uses: actions/checkout@v4
                  - uses: docker/build-push-action@v6
                    with: { push: "${{ github.event_name != 'pull_request' }}" }
                  - uses: docker/build-push-action@v6
                    with: { push: false }
                  - name: Deploy
                    uses: appleboy/ssh-action@v1
                    with:
                      script: |
                        cd /srv/app
                        docker compose exec db pg_dump app > backup.sql
                        docker compose up -d
                  - uses: superfly/flyctl-actions@1.5
                    if: failure()
                    with: { args: "releases rollback" }
                  - uses: someone/setup-deploy-tool@v1
                  - name: Unit tests
                    run: ${{ matrix.command }}
                    continue-on-error: true
                  - name: Deploy to staging
                    run: echo deploying
                    working-directory: ./api/
            """
        );

        Assert.Equal(
            ["Checkout", "BuildImage PushImage", "BuildImage", "BackUp Deploy", "RollBack", "SetUp", "Test", ""],
            steps.Select(step => string.Join(' ', step.Intents))
        );
        Assert.Equal(
            ["actions/checkout@v4", "docker/build-push-action@v6", "docker/build-push-action@v6", "Deploy"],
            steps.Take(4).Select(step => step.Name)
        );
        Assert.Equal(["", "", "", null, "", "", "", "api"], steps.Select(step => step.Directory));
        Assert.True(steps[4].RunsOnlyAfterFailure);
        Assert.True(steps[6].FailureIsIgnored);
        Assert.Equal("docker compose up -d", steps[3].Commands[2].Span.Text);
    }

    [Fact]
    public void An_own_runner_is_a_server()
    {
        Assert.Equal([StepIntent.Deploy], Steps("      - run: docker compose up -d\n", "[self-hosted, linux]")[0].Intents);
    }

    [Theory]
    [InlineData("docker compose up -d; echo done", "echo done")]
    [InlineData("docker compose up -d && docker compose ps; docker image prune -f", "docker image prune -f")]
    [InlineData("set -e; docker compose up -d; echo done", null)]
    [InlineData("docker compose up -d || exit 1; echo done", null)]
    [InlineData("git pull && docker compose up -d", null)]
    [InlineData("docker compose up -d || true; echo done", null)]
    [InlineData("docker compose up -d; curl -f http://localhost/health", null)]
    [InlineData("docker compose up -d; if true; then echo done; fi", null)]
    public void On_another_machine_the_last_command_decides(string script, string? decides)
    {
        var remote = Steps($"      - uses: appleboy/ssh-action@v1\n        with:\n          script: |\n            {script}\n");
        var heredoc = Steps($"      - run: |\n          ssh web@shop.example.org <<'END'\n            {script}\n          END\n");

        foreach (var step in new[] { remote[0], heredoc[0] })
        {
            Assert.Equal(decides, step.Purposes.First(purpose => purpose.Intent == StepIntent.Deploy).LostBehind?.Text);
        }
    }
}
