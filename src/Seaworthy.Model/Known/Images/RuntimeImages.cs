namespace Seaworthy.Model.Known.Images;

/// <summary>Languages and their tools, to build upon.</summary>
internal static class RuntimeImages
{
    private static readonly ImageVariant Alpine = new("alpine", row => row with { System = BaseSystem.Alpine });

    private static readonly ImageVariant Slim = new("slim", row => row with { System = BaseSystem.Debian });

    private static readonly ImageVariant Chiseled = new("chiseled", row => row with { System = BaseSystem.None, User = "1654" });

    private static readonly ImageVariant AzureLinux = new("azurelinux", row => row with { System = BaseSystem.Unknown });

    // Up to release 7 the ASP.NET images listened on 80.
    private static readonly IReadOnlyList<ImageVariant> DotNetVariants =
    [
        Alpine,
        Chiseled,
        AzureLinux,
        new("distroless", row => row with { System = BaseSystem.None, User = "1654" }),
        new("nanoserver", row => row with { System = BaseSystem.Unknown }),
        new("windowsservercore", row => row with { System = BaseSystem.Unknown }),
    ];

    private static readonly IReadOnlyList<string> Downloaders = ["curl", "wget", "git", "unzip", "ps"];

    public static IReadOnlyList<PublicImage> Rows { get; } =
    [
        new("node", ImageRole.Runtime, "Docker Hub: node")
        {
            Idle = "`node`",
            System = BaseSystem.DebianFull,
            Tools = ["node", "npm", "npx"],
            CommandRunner = "node",
            Variants = [Slim, Alpine],
        },
        new("oven/bun", ImageRole.Runtime, "Docker Hub: oven/bun")
        {
            Tools = ["bun"],
            CommandRunner = "bun",
            SomeHold = ["node"],
            WorkingDirectory = "/home/bun/app",
            Variants = [Slim, Alpine, new("distroless", row => row with { System = BaseSystem.None })],
        },
        new("denoland/deno", ImageRole.Runtime, "Docker Hub: denoland/deno")
        {
            Tools = ["deno", "tini"],
            CommandRunner = "deno",
            Variants = [Alpine, new("distroless", row => row with { System = BaseSystem.None })],
        },
        new("python", ImageRole.Runtime, "Docker Hub: python")
        {
            Idle = "`python3`",
            System = BaseSystem.DebianFull,
            Tools = ["python", "python3", "pip"],
            Lacks = ["py"],
            Variants = [Slim, Alpine],
        },
        new("ghcr.io/astral-sh/uv", ImageRole.Runtime, "uv documentation, Docker")
        {
            System = BaseSystem.None,
            Variants =
            [
                new("python3", row => row with { System = BaseSystem.DebianFull, Tools = ["uv", "python", "python3"] }),
                new("bookworm", row => row with { System = BaseSystem.DebianFull }),
                new("trixie", row => row with { System = BaseSystem.DebianFull }),
                new("debian", row => row with { System = BaseSystem.DebianFull }),
                Slim,
                Alpine,
            ],
        },
        new("golang", ImageRole.Runtime, "Docker Hub: golang")
        {
            Idle = "a shell",
            System = BaseSystem.DebianFull,
            Tools = ["go"],
            WorkingDirectory = "/go",
            Variants = [Alpine],
        },
        new("rust", ImageRole.Runtime, "Docker Hub: rust")
        {
            Idle = "a shell",
            System = BaseSystem.DebianFull,
            Tools = ["cargo", "rustc"],
            Variants =
            [
                new("slim", row => row with { System = BaseSystem.Debian, Tools = ["cargo", "rustc", "gcc"] }),
                new("alpine", row => row with { System = BaseSystem.Alpine, Tools = ["cargo", "rustc", "gcc"] }),
            ],
        },
        new("eclipse-temurin", ImageRole.Runtime, "Docker Hub: eclipse-temurin")
        {
            Idle = "a shell",
            System = BaseSystem.Ubuntu,
            Tools = ["java"],
            SomeHold = ["curl", "wget", "bash"],
            Variants =
            [
                // Fetched by BusyBox: adoptium/containers, "jre/alpine/Dockerfile".
                new("alpine", row => row with { System = BaseSystem.Alpine, SomeHold = ["bash"] }),
                new("ubi9", row => row with { System = BaseSystem.RedHat }),
                new("ubi10", row => row with { System = BaseSystem.RedHat }),
            ],
        },
        new("openjdk", ImageRole.Runtime, "Docker Hub: openjdk")
        {
            Idle = "a shell",
            System = BaseSystem.Unknown,
            Tools = ["java"],
            Lacks = ["mvn", "gradle"],
            Successor = "eclipse-temurin",
            Variants = [Alpine],
        },
        new("amazoncorretto", ImageRole.Runtime, "Docker Hub: amazoncorretto")
        {
            Idle = "a shell",
            System = BaseSystem.RedHat,
            Tools = ["java"],
            Variants = [Alpine, new("debian", row => row with { System = BaseSystem.Debian })],
        },
        new("maven", ImageRole.Runtime, "Docker Hub: maven") { System = BaseSystem.Unknown, Tools = ["java", "javac", "mvn"] },
        new("gradle", ImageRole.Runtime, "Docker Hub: gradle")
        {
            System = BaseSystem.Unknown,
            Tools = ["java", "javac", "gradle"],
            WorkingDirectory = "/home/gradle",
        },
        new("mcr.microsoft.com/dotnet/sdk", ImageRole.Runtime, "Microsoft Artifact Registry: dotnet/sdk")
        {
            Tools = ["dotnet", "curl", "git", "wget"],
            SomeHold = ["ps", "unzip", "bash"],
            Variants = DotNetVariants,
        },
        new("mcr.microsoft.com/dotnet/aspnet", ImageRole.Runtime, "Microsoft Artifact Registry: dotnet/aspnet")
        {
            Tools = ["dotnet"],
            Ports = [new(8080, "http") { Variable = "ASPNETCORE_HTTP_PORTS" }],
            Variants = [.. DotNetVariants, new("3", OnPort80), new("5", OnPort80), new("6", OnPort80), new("7", OnPort80)],
        },
        new("mcr.microsoft.com/dotnet/runtime", ImageRole.Runtime, "Microsoft Artifact Registry: dotnet/runtime")
        {
            Repositories = ["mcr.microsoft.com/dotnet/runtime-deps"],
            SomeHold = ["dotnet"],
            Variants = DotNetVariants,
        },
        new("php", ImageRole.Runtime, "Docker Hub: php")
        {
            Idle = "`php -a`",
            Tools = ["php", "curl", "gcc", "g++", "make", "xz"],
            Variants =
            [
                new("alpine", row => row with { System = BaseSystem.Alpine, Tools = ["php", "curl", "xz"] }),
                new(
                    "fpm",
                    row => row with { Idle = null, DropsRoot = true, Ports = [new(9000, "fastcgi")], WorkingDirectory = "/var/www/html" }
                ),
                new(
                    "apache",
                    row => row with { Idle = null, DropsRoot = true, Ports = [new(80, "http")], WorkingDirectory = "/var/www/html" }
                ),
            ],
        },
        new(
            "dunglas/frankenphp",
            ImageRole.Runtime,
            "FrankenPHP documentation, Building Custom Docker Image: built upon the official images of PHP"
        )
        {
            Tools = ["php", "curl", "gcc", "g++", "make", "xz", "frankenphp"],
            SomeHold = ["bash", "getcap", "setcap"],
            Variants = [new("alpine", row => row with { System = BaseSystem.Alpine, Tools = ["php", "curl", "xz", "frankenphp"] })],
        },
        new("composer", ImageRole.Runtime, "Docker Hub: composer")
        {
            System = BaseSystem.Alpine,
            Tools = ["php", "composer", "git", "bash", "curl", "unzip"],
            SomeHold = ["make"],
            WorkingDirectory = "/app",
        },
        new("ruby", ImageRole.Runtime, "Docker Hub: ruby")
        {
            Idle = "`irb`",
            System = BaseSystem.DebianFull,
            Tools = ["ruby", "gem", "bundle"],
            Variants = [Slim, Alpine],
        },
        new("elixir", ImageRole.Runtime, "Docker Hub: elixir")
        {
            System = BaseSystem.DebianFull,
            Tools = ["elixir", "mix", "erl"],
            SomeHold = ["ps"],
            Variants = [Slim, Alpine],
        },
        new("dart", ImageRole.Runtime, "Docker Hub: dart") { Tools = ["dart", "git"], SomeHold = ["curl", "wget", "unzip"] },
        new("mcr.microsoft.com/playwright", ImageRole.Runtime, "Playwright documentation, Docker")
        {
            System = BaseSystem.Ubuntu,
            Tools = ["node", "npm", "git", "curl", "wget"],
            SomeHold = [.. Downloaders, "python3", "ffmpeg", "xz"],
        },
    ];

    private static PublicImage OnPort80(PublicImage row) => row with { Ports = [new(80, "http") { Variable = "ASPNETCORE_URLS" }] };
}
