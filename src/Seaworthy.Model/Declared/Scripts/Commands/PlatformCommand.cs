namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A command of a hosting platform or of an infrastructure tool: <c>fly deploy</c>, <c>vercel --prod</c>, <c>gcloud run deploy</c>, <c>aws ecs update-service</c>, <c>terraform apply</c>…</summary>
/// <param name="Platform">The program's name.</param>
/// <param name="Verb">The words before options and names: <c>run deploy</c>, <c>ecs update-service</c>.</param>
public sealed record PlatformCommand(ShellCommand Command, string Platform, string Verb) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new(
        """
        -a --app -c --config --image -i --service --cluster --task-definition --region -r --project --name -n --resource-group -g --platform
        --source --port --dir -d --site -s --auth --token -t -e --environment --env --dockerfile --remote --template-file --stack-name --function
        --function-name --zip-file --bucket --distribution-id --paths --profile --var-file -var-file -var --var --inventory --limit -l --extra-vars
        --build-arg --strategy --repository --password-stdin --username --output -o --query --scope --cwd --set-env-vars --memory --cpu
        --min-instances --max-instances --timeout --target --destination --version --message -m --slug --stage -f --file -chdir --org
        """
    );

    /// <summary>The app, service, site or function that is meant.</summary>
    public ShellWord? Application { get; init; }

    public ShellWord? ConfigurationFile { get; init; }

    public ShellWord? Image { get; init; }

    public IReadOnlyList<ShellWord> Operands { get; init; } = [];

    /// <summary>Changes what runs there.</summary>
    public bool IsDeploy { get; init; }

    public bool IsRollback { get; init; }

    /// <summary>Hands a container to Google's Cloud Run, which counts its requests and asks for its health by itself.</summary>
    /// <remarks>Source: Google Cloud, Cloud Run, "Monitor health and performance", "Configure container health checks".</remarks>
    public bool IsToCloudRun => Platform == "gcloud" && Verb.StartsWith("run deploy", StringComparison.Ordinal);

    internal static PlatformCommand? Of(CommandLine line)
    {
        if (!PlatformTools.Known.Contains(line.Program))
        {
            return null;
        }

        var options = line.Options(PlatformTools.HasSingleDash(line.Program) ? Grammar with { HasSingleDash = true } : Grammar);
        var words = options
            .Operands.TakeWhile(word => word.Literal is { } literal && PlatformTools.IsVerb(literal))
            .Take(3)
            .Select(word => word.ToString())
            .ToList();
        var verb = string.Join(' ', words);
        return new PlatformCommand(line.Command, line.Program, verb)
        {
            Application = options.Value(
                "-a",
                "--app",
                "--service",
                "--name",
                "-n",
                "--site",
                "--function-name",
                "--function",
                "--stack-name"
            ),
            ConfigurationFile = options.Value("-c", "--config", "--var-file", "-var-file", "--template-file", "-i", "--inventory"),
            Image = options.Value("--image", "-i"),
            Operands = [.. options.Operands.Skip(words.Count)],
            IsDeploy = PlatformTools.Deploys(line.Program, verb),
            IsRollback = verb.Contains("rollback", StringComparison.Ordinal),
        };
    }
}
