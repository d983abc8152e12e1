namespace Seaworthy.Model.Known.Tags;

/// <summary>Images of Microsoft, which are in its own registry alone: those whose pull from Docker Hub was seen to be refused. Of any other name nothing is known.</summary>
/// <remarks>Source: dotnet/dotnet-docker, issues 2848 and 2960; jenkins-infra/release, pull request 169, of July 2021; microsoft/containerregistry, issue 79.</remarks>
internal static class MicrosoftImages
{
    public static MissingImage? Find(string repository) =>
        repository switch
        {
            "microsoft/mssql-server-linux" => "mcr.microsoft.com/mssql/server:2017-latest, or a later release of it,",
            "microsoft/dotnet" or "microsoft/aspnetcore" or "microsoft/aspnetcore-build" =>
                "the release that the project targets, from mcr.microsoft.com (dotnet/sdk and dotnet/aspnet, for .NET Core dotnet/core/sdk and dotnet/core/aspnet),",
            "microsoft/azure-cli" => "mcr.microsoft.com/azure-cli",
            _ => null,
        }
            is { } instead
            ? new MissingImage("Microsoft removed its images there in 2021", instead)
            : null;
}
