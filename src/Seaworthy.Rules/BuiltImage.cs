using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>Builds and tries an image from the repository's root: with its own file, context, target, and every argument that the build needs.</summary>
internal static class BuiltImage
{
    private const int MostLength = 60;

    private static readonly PerDeployment<Dictionary<string, Image>> Images = new(ByFile);

    // Each finding of a long file needs them.
    private static readonly ConditionalWeakTable<Image, object> Given = [];

    private static readonly string[] Accounts = ["UID", "GID", "USER_ID", "GROUP_ID", "USERID", "GROUPID"];

    private static readonly string[] SecretWords = ["SECRET", "TOKEN", "PASS", "KEY", "CREDENTIAL"];

    public static CommandText Build(Image image) => $"docker build {Words(image)}";

    /// <summary>The same with more options in front.</summary>
    public static CommandText Build(Image image, string option) => $"docker build {option} {Words(image)}";

    /// <summary>The same if only the file is known.</summary>
    public static CommandText Build(string dockerfile, Deployment deployment) =>
        Find(dockerfile, deployment) is { } image ? Build(image) : $"docker build -f {dockerfile} {Directory(dockerfile)}";

    public static CommandText Build(string dockerfile, Deployment deployment, string option) =>
        Find(dockerfile, deployment) is { } image ? Build(image, option) : $"docker build {option} -f {dockerfile} {Directory(dockerfile)}";

    /// <summary>Stands for the image in a command that runs it: <c>docker run --rm $(docker build -q .)</c>.</summary>
    public static CommandText Built(Image image) => $"$(docker build -q {Words(image)})";

    public static CommandText Built(string dockerfile, Deployment deployment) =>
        Find(dockerfile, deployment) is { } image ? Built(image) : $"$(docker build -q -f {dockerfile} {Directory(dockerfile)})";

    /// <summary>Runs another program in the container that needs a path: a compose service, else the image built from the file.</summary>
    public static CommandText RunFor(PathUse use, string program, Deployment deployment)
    {
        var name = use.Subject.Split(' ')[0];
        return deployment.Workloads.FirstOrDefault(workload => workload.Kind == TargetKind.Compose && workload.Name == name) is { } workload
            ? (CommandText)$"{TargetCommand.Compose(workload, deployment)} run --rm --entrypoint {program} {name}"
            : $"docker run --rm --entrypoint {program} {Built(Find(name, deployment) is null ? use.Span.File.Path : name, deployment)}";
    }

    /// <summary>The image of a file: one that something builds comes before one that only might be built.</summary>
    private static Image? Find(string dockerfile, Deployment deployment) => Images.Of(deployment).GetValueOrDefault(dockerfile);

    private static Dictionary<string, Image> ByFile(Deployment deployment)
    {
        Dictionary<string, Image> found = new(StringComparer.Ordinal);
        foreach (var image in deployment.Images.OrderBy(image => image.Build.IsAssumed ? 1 : 0))
        {
            found.TryAdd(image.Dockerfile.File.Path, image);
        }

        return found;
    }

    private static IEnumerable<string> Words(Image image) => (string[])Given.GetValue(image, MakeWords);

    private static string[] MakeWords(Image image)
    {
        var file = image.Dockerfile.File;
        var context = image.Build.Context is { Length: > 0 } given ? given : ".";
        return
        [
            .. Arguments(image).SelectMany(argument => new[] { "--build-arg", argument }),
            .. image.Build.Target is { Value.Length: > 0 } target ? new[] { "--target", target.Value } : [],
            .. file.Path == "Dockerfile" && context == "." || file.Path == $"{context}/Dockerfile"
                ? Array.Empty<string>()
                : ["-f", file.Path],
            context,
        ];
    }

    /// <summary>The build arguments that are set or must be set: those without a default that a FROM or an account number depends on.</summary>
    private static IEnumerable<string> Arguments(Image image) =>
        image
            .Dockerfile.GlobalArgs.Concat(image.Dockerfile.Stages.SelectMany(stage => stage.Instructions.OfType<DockerInstruction.Arg>()))
            .Where(argument => argument.EffectiveDefault is null)
            .Select(argument => argument.Name.Value)
            .Distinct(StringComparer.Ordinal)
            .Select(name => Value(name, image))
            .OfType<string>();

    private static string? Value(string name, Image image)
    {
        var given = image.Build.Arguments.FirstOrDefault(argument => argument.Name == name);
        return given?.Value is { Text: { Length: > 0 and < MostLength } value }
            && !SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? $"{name}={value}"
            : given is not null || IsBase(name, image) ? name
            : Accounts.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ? $"{name}=1000"
            : null;
    }

    private static bool IsBase(string name, Image image) =>
        image.Dockerfile.Stages.Any(stage => stage.Base.Variables.Any(part => part.Variable == name));

    private static string Directory(string path) => RepositoryPath.Parent(path) is { Length: > 0 } parent ? parent : ".";
}
