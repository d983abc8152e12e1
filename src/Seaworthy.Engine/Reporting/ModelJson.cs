using System.Text.Json;
using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Reporting;

/// <summary>The joined model as JSON: what stands behind every verdict. For people and scripts that ask "why"; its form follows the model and may change.</summary>
public static class ModelJson
{
    public const string Schema = "seaworthy-model/0";

    public static void Write(Deployment deployment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        using Utf8JsonWriter document = new(output, JsonWriting.Options);
        ModelWriter json = new(document, Quotations.Of(deployment));
        document.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartObject("scale");
        json.WriteString("kind", deployment.Scale.Kind.ToString());
        json.WriteFacts("because", deployment.Scale.Because);
        json.WriteEndObject();
        json.WriteObjects("capabilities", deployment.Capabilities, WriteCapability);
        json.WriteObjects("targets", deployment.Targets, WorkloadJson.WriteTarget);
        json.WriteObjects("images", deployment.Images, WriteImage);
        json.WriteObjects("components", deployment.Components, WriteComponent);
        json.WriteObjects("services", deployment.Services, WriteService);
        json.WriteObjects("pipelines", deployment.Pipelines, WritePipeline);
        json.WriteObjects("migrations", deployment.Migrations, WriteMigrations);
        json.WriteObjects("endpoints", deployment.Endpoints, WriteEndpoint);
        json.WriteObjects("paths", deployment.Paths, WritePath);
        json.WriteObjects("names", deployment.Names, WriteName);
        json.WriteObjects("artifacts", deployment.Artifacts, WriteArtifact);
        document.WriteEndObject();
    }

    private static void WriteCapability(ModelWriter json, Capability capability)
    {
        json.WriteString("kind", capability.Kind.ToString());
        json.WriteString("level", capability.Level.ToString());
        json.WriteString("about", capability.About);
        json.WriteString("place", capability.Place.ToString());
        json.WriteFacts("evidence", capability.Evidence);
        json.WriteFacts("wanting", capability.Wanting);
        json.WriteOptional("unknownBecause", capability.UnknownBecause);
    }

    private static void WriteArtifact(ModelWriter json, Artifact artifact)
    {
        json.WritePath("path", artifact.File.Path);
        json.WriteString("kind", artifact.GetType().Name);
        if (artifact.Problems.Count > 0)
        {
            json.WriteStrings("problems", artifact.Problems.Select(problem => $"{problem.Span}: {problem.Message}"));
        }
    }

    private static void WriteImage(ModelWriter json, Image image)
    {
        json.WriteString("name", image.Name);
        json.WritePath("dockerfile", image.Dockerfile.File.Path);
        json.WriteOptional("context", image.Build.Context);
        json.WriteOptional("caller", image.Build.IsAssumed ? null : image.Build.Caller);
        json.WriteOptional("target", image.Build.Target?.Value);
        json.WritePlaces("places", image.Build.Places);
        json.WriteStrings("components", image.Components.Select(component => component.Name));
        json.WriteObjects("environment", image.Environment, WorkloadJson.WriteVariable);
    }

    private static void WriteComponent(ModelWriter json, Component component)
    {
        json.WriteString("name", component.Name);
        json.WritePath("root", component.Root);
        json.WriteOptional("language", component.Language?.ToString());
        json.WriteStrings("frameworks", component.Frameworks.Order(StringComparer.Ordinal));
        json.WritePaths("manifests", component.Manifests.Select(manifest => manifest.File.Path));
        json.WriteNumber("files", component.Code.Count);
        json.WriteStrings("routes", component.Routes.Select(route => $"{route.Method} {route.Path} ({route.Span})"));
        json.WriteOptional("routesIncompleteBecause", component.RoutesIncompleteBecause);
        json.WriteObjects(
            "reads",
            component.Code.SelectMany(file => file.EnvironmentReads),
            (writer, read) =>
            {
                writer.WriteString("name", read.Name);
                writer.WriteString("demand", read.Demand.ToString());
                writer.WritePlace("at", read.Span);
            }
        );
    }

    private static void WriteService(ModelWriter json, Service service)
    {
        json.WriteString("name", service.Name);
        json.WriteStrings("workloads", service.Workloads.Select(workload => workload.ToString()));
    }

    private static void WritePipeline(ModelWriter json, Pipeline pipeline)
    {
        json.WriteString("name", pipeline.Name);
        json.WritePath("path", pipeline.Declared.File.Path);
        json.WriteObjects(
            "jobs",
            pipeline.Jobs,
            (writer, job) =>
            {
                writer.WriteString("id", job.Id);
                writer.WriteStrings("needs", job.Needs);
                writer.WriteOptional("neverRunsBecause", job.NeverRunsBecause?.Value);
                writer.WriteObjects("steps", job.Steps, WriteStep);
            }
        );
    }

    private static void WriteStep(ModelWriter json, PipelineStep step)
    {
        json.WriteString("name", step.Name);
        json.WriteStrings("intents", step.Intents.Select(intent => intent.ToString()));
        json.WriteOptional("directory", step.Directory);
        json.WritePlace("at", step.Span);
    }

    private static void WriteMigrations(ModelWriter json, MigrationHistory history)
    {
        json.WriteString("tool", history.Tool.ToString());
        json.WritePath("directory", history.Directory);
        json.WriteOptional("component", history.Component?.Name);
        json.WriteNumber("files", history.Files.Count);
        json.WritePaths("heads", history.Heads.Select(head => head.File.Path));
        json.WriteStrings("runBy", history.RunBy.Select(run => run.ToString()));
    }

    private static void WriteEndpoint(ModelWriter json, EndpointUse endpoint)
    {
        json.WriteString("subject", endpoint.Subject);
        json.WriteString("origin", endpoint.Origin.ToString());
        json.WriteOptional("variable", endpoint.Variable);
        json.WriteString("host", endpoint.Host);
        json.WriteOptional("port", endpoint.Port);
        json.WritePathOf("path", endpoint.Scheme, endpoint.Host, endpoint.Path);
        json.WriteString("answer", endpoint.Answer.ToString());
        json.WriteOptional("callee", endpoint.Callee?.ToString());
        json.WriteOptional("undecidedBecause", endpoint.UndecidedBecause);
        json.WritePlace("at", endpoint.Span);
    }

    private static void WritePath(ModelWriter json, PathUse use)
    {
        json.WriteString("path", use.Path);
        json.WriteString("role", use.Role.ToString());
        json.WriteString("subject", use.Subject);
        json.WriteString("presence", use.Answer.Presence.ToString());
        json.WriteString("looked", use.Answer.Looked);
        json.WriteOptional("actual", use.Answer.Actual);
        json.WritePlace("because", use.Answer.Because);
        json.WriteOptional("why", use.Answer.Why);
        json.WritePlace("at", use.Span);
    }

    private static void WriteName(ModelWriter json, NameUse use)
    {
        json.WriteString("name", use.Name);
        json.WriteString("role", use.Role.ToString());
        json.WriteString("subject", use.Subject);
        json.WritePlace("at", use.Span);
        json.WritePlace("definition", use.Definition);
        json.WriteOptional("unknownBecause", use.UnknownBecause);
    }
}
