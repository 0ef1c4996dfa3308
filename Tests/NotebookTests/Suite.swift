// This target's tests are one file a topic.
