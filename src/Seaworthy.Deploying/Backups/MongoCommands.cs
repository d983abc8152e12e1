using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Backups;

/// <summary>Copies of MongoDB: all databases but those of the server. Users and roles are not in them.</summary>
/// <remarks>
/// Sources: MongoDB Database Tools, "mongodump", "mongorestore" (<c>--archive</c>, <c>--config</c> for the password); MongoDB Shell, "Options", "Write Scripts"; "README" of the image mongo of Docker Hub (variables, and a first server on the loopback alone that makes the user).
/// Without <c>--oplog</c>, which needs a replica set, collections are copied one after the other.
/// </remarks>
internal static class MongoCommands
{
    /// <summary>The tools read the password from a file that is a pipe, and the shell from its environment.</summary>
    private const string Login =
        ContainerScript.Value
        + ContainerScript.Stop
        + """
            export SEAWORTHY_USER="$(v MONGO_INITDB_ROOT_USERNAME)" SEAWORTHY_WORD="$(v MONGO_INITDB_ROOT_PASSWORD)"
            t() {
              if [ -z "$SEAWORTHY_USER" ]; then
                "$@" --host=127.0.0.1
              else
                "$@" --host=127.0.0.1 --username="$SEAWORTHY_USER" --authenticationDatabase=admin --config=/dev/fd/3 3<<CONFIG
            password: '$(printf %s "$SEAWORTHY_WORD" | sed "s/'/''/g")'
            CONFIG
              fi
            }
            m() { mongosh --quiet --norc mongodb://127.0.0.1/ --eval "if (process.env.SEAWORTHY_USER) db.getSiblingDB('admin').auth(process.env.SEAWORTHY_USER, process.env.SEAWORTHY_WORD); $1"; }

            """;

    private const string OfServer = "[\"admin\", \"config\", \"local\"]";

    private const string Names =
        "db.adminCommand({ listDatabases: 1, nameOnly: true }).databases.map(d => d.name).filter(n => !"
        + OfServer
        + ".includes(n)).sort()";

    public static StoreCommands All { get; } =
        new(StoreKind.MongoDb, "database.archive")
        {
            Dump = Login + "t mongodump --quiet --archive --gzip\n",
            Restore =
                Login
                + "t mongorestore --quiet --archive --gzip --drop --stopOnError --nsExclude='admin.*' --nsExclude='config.*' --nsExclude='local.*'\n",
            Ready = Login + "[ \"$(m 'print(db.adminCommand({ ping: 1 }).ok)')\" = 1 ]\n",
            Empty = Login + $"m '{Names}.forEach(n => db.getSiblingDB(n).dropDatabase())' >/dev/null\n",
            Compare =
                Login
                + $$"""
                    m '{{Names}}.forEach(n => {
                      const own = db.getSiblingDB(n);
                      own.getCollectionInfos({ type: "collection" }).map(c => c.name).filter(c => !c.startsWith("system.")).sort().forEach(c => {
                        print("table " + n + "." + c.replaceAll(" ", "_") + " " + own.getCollection(c).countDocuments({}));
                        own.getCollection(c).getIndexes().map(i => JSON.stringify([n, c, i.name, i.key, i.unique === true])).sort().forEach(i => print("index " + i));
                      });
                      own.getCollectionInfos({ type: "view" }).map(v => JSON.stringify([n, v.name, v.options])).sort().forEach(v => print("view " + v));
                    })'

                    """,
        };
}
